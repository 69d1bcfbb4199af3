import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { excerpt } from "../forge/excerpt.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { Named, text, threadNumber } from "../forge/fields.ts";
import { Account, InRepository, Repository } from "./fields.ts";
import { tallyOf, type Thing } from "../forge/tally.ts";
import { tellDeed, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const Issues = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    issue: z.object({
      number: threadNumber,
      title: z.string(),
      html_url: text,
      body: text,
      updated_at: text,
      state_reason: text,
    }),
    label: Named,
    assignee: Account,
    milestone: z.object({ title: text }).nullish(),
    type: Named,
    changes: z
      .object({ title: z.object({ from: text }).nullish(), new_repository: Repository.partial().nullish() })
      .nullish(),
  }),
);

const was = { zh: "原标题：", en: "was: " } as const satisfies Record<Language, string>;

const things = { opened: "new-issue", closed: "closed-issue" } as const satisfies Record<string, Thing>;

/** An issue was opened, closed, labeled and so on; only a new one quotes what it says. */
export const issues = defineEvent({
  schema: Issues,
  map(body, { language }) {
    const { issue, repository } = body;
    const repo = repository.full_name;
    const action = body.action === "closed" && issue.state_reason === "not_planned" ? "unplanned" : body.action;
    const deed = {
      who: who(body.sender, language),
      repo,
      noun: `issue #${issue.number}`,
      action,
      thing: thingOf(body),
    };
    return {
      level: "info",
      title: withTitle(tellDeed(deed, language), issue.title, language),
      lines: detail(body, language),
      link: issue.html_url,
      key: `${repo}#${issue.number}`,
      tally: tallyOf(lookUp<Thing>(things, body.action) ?? "issue", repo, language, body.sender),
      at: issue.updated_at,
    };
  },
});

type Issues = z.infer<typeof Issues>;

/** What some actions are about, which may come with other actions too. */
const about: Readonly<Record<string, (body: Issues) => string | null | undefined>> = {
  assigned: ({ assignee }) => assignee?.login,
  unassigned: ({ assignee }) => assignee?.login,
  typed: ({ type }) => type?.name,
  untyped: ({ type }) => type?.name,
  transferred: ({ changes }) => changes?.new_repository?.full_name,
};

const thingOf = (body: Issues): string | null | undefined =>
  body.label?.name ?? lookUp(about, body.action)?.(body) ?? body.milestone?.title;

function detail({ action, issue, changes }: Issues, language: Language): readonly string[] {
  if (action === "opened") return excerpt(issue.body, language, issue.html_url);
  const old = action === "edited" ? changes?.title?.from : undefined;
  return old ? [`${was[language]}${old}`] : [];
}
