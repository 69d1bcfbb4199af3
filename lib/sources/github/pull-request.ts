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
    const action = actionOf(body);
    const draft = action === "opened" && pull.draft ? words[language].draft : "";
    const noun = `${draft}PR #${pull.number}`;
    const deed = { who: who(body.sender, language), repo, noun, action, thing: thingOf(body) };
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

function actionOf({ action, pull_request: pull }: PullRequest): string {
  if (action !== "closed") return action;
  return pull.merged ? "merged" : "dropped";
}

/** An assignee comes with other actions too, where it is not what they are about. */
const thingOf = (body: PullRequest): string | null | undefined =>
  body.label?.name ??
  body.requested_reviewer?.login ??
  body.requested_team?.name ??
  (body.action.endsWith("assigned") ? body.assignee?.login : undefined) ??
  body.milestone?.title;

/** Actions after which there is something to look at. */
const looks = ["opened", "reopened", "closed", "synchronize", "ready_for_review", "review_requested"];

/** Size and branches matter when there is something to look at; a label's notice stays one line. */
function detail({ action, pull_request: pull, changes }: PullRequest, language: Language): readonly string[] {
  const was = changes?.title?.from;
  if (action === "edited") return was && was !== pull.title ? [words[language].was(was)] : [];
  if (!looks.includes(action)) return [];
  const parts = [branchesOf(pull), linesOf(pull), filesOf(pull, language)];
  return [parts.filter((part) => part !== "").join(" · ")];
}

/** `main ← topic`; a fork's branch is named with its owner. */
function branchesOf({ base, head }: PullRequest["pull_request"]): string {
  const fork = head?.repo?.full_name !== base?.repo?.full_name;
  const from = fork ? head?.label : head?.ref;
  return base?.ref && from ? `${base.ref} ← ${from}` : "";
}

const linesOf = ({ additions, deletions }: PullRequest["pull_request"]): string =>
  additions == null || deletions == null ? "" : `+${additions} −${deletions}`;

const filesOf = ({ changed_files: files }: PullRequest["pull_request"], language: Language): string =>
  files == null ? "" : words[language].files(files);
