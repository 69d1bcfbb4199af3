import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { counted } from "./plural.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { Account, flag, InRepository, Named, number, text } from "./fields.ts";
import { tallyOf, type Thing } from "./tally.ts";
import { tellDeed, withTitle } from "./thread-words.ts";
import { who } from "./who.ts";

const Side = z.object({ ref: text, label: text, repo: z.object({ full_name: text }).nullish() });

/** What every event about a pull request carries. */
export const Pull = z.object({ number: z.number(), title: z.string(), html_url: text, base: Side.nullish() });

const PullRequest = InRepository.extend({
  action: z.string(),
  pull_request: Pull.extend({
    head: Side.nullish(),
    draft: flag,
    merged: flag,
    additions: number,
    deletions: number,
    changed_files: number,
    updated_at: text,
  }),
  label: Named,
  assignee: Account,
  requested_reviewer: Account,
  requested_team: Named,
  milestone: z.object({ title: text }).nullish(),
  changes: z.object({ title: z.object({ from: text }).nullish() }).nullish(),
});

type PullRequest = z.infer<typeof PullRequest>;

type Words = {
  readonly draft: string;
  readonly files: (count: number) => string;
  readonly was: (title: string) => string;
};

const words = {
  zh: { draft: "草稿 ", files: (count) => `${count} 个文件`, was: (title) => `原标题：${title}` },
  en: { draft: "draft ", files: (count) => counted(count, "file"), was: (title) => `was: ${title}` },
} as const satisfies Record<Language, Words>;

const things = { opened: "new-pull", merged: "merged-pull" } as const satisfies Record<string, Thing>;

/** A closed pull request is a merged one or a dropped one; all else is told by its action. */
export const pullRequest = defineEvent({
  schema: PullRequest,
  branch: (body) => body.pull_request.base?.ref ?? undefined,
  map(body, { language }) {
    const { pull_request: pull, repository } = body;
    const repo = repository.full_name;
    const action = body.action === "closed" ? (pull.merged ? "merged" : "dropped") : body.action;
    const draft = action === "opened" && pull.draft ? words[language].draft : "";
    const thing =
      body.label?.name ??
      body.requested_reviewer?.login ??
      body.requested_team?.name ??
      (action.endsWith("assigned") ? body.assignee?.login : undefined) ??
      body.milestone?.title;
    const deed = { who: who(body.sender, language), repo, noun: `${draft}PR #${pull.number}`, action, thing };
    return {
      level: action === "merged" ? "success" : "info",
      title: withTitle(tellDeed(deed, language), pull.title, language),
      lines: detail(body, language),
      link: pull.html_url,
      key: `${repo}#${pull.number}`,
      tally: tallyOf(lookUp<Thing>(things, action) ?? "pull", repo, language, body.sender),
      at: pull.updated_at,
    };
  },
});

/** Size and branches matter when there is something to look at; a label's notice stays one line. */
function detail({ action, pull_request: pull, changes }: PullRequest, language: Language): readonly string[] {
  const was = changes?.title?.from;
  if (action === "edited") return was && was !== pull.title ? [words[language].was(was)] : [];
  if (!["opened", "reopened", "closed", "synchronize", "ready_for_review", "review_requested"].includes(action))
    return [];
  const { base, head, additions, deletions, changed_files: files } = pull;
  const fork = head?.repo?.full_name !== base?.repo?.full_name;
  const from = fork ? head?.label : head?.ref;
  return [
    [
      base?.ref && from ? `${base.ref} ← ${from}` : "",
      additions != null && deletions != null ? `+${additions} −${deletions}` : "",
      files == null ? "" : words[language].files(files),
    ]
      .filter((part) => part !== "")
      .join(" · "),
  ];
}
