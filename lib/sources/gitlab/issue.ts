import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { excerpt } from "../forge/excerpt.ts";
import { flag, text } from "../forge/fields.ts";
import { tallyOf, type Thing } from "../forge/tally.ts";
import { itIn, tellDeed, withTitle } from "../forge/thread-words.ts";
import { lookUp } from "../look-up.ts";
import { actorOf, doerOf } from "./actor.ts";
import { isConfidential, isHidden, markOf } from "./confidential.ts";
import { defineEvent } from "./event.ts";
import { Changes, InProject } from "./fields.ts";
import { timeOf } from "./time.ts";
import { type Deed, deedOfUpdate } from "./updates.ts";

const IssueEvent = z.lazy(() =>
  InProject.extend({
    object_attributes: z.object({
      iid: z.number(),
      title: z.string(),
      url: text,
      description: text,
      action: text,
      confidential: flag,
      type: text,
      updated_at: text,
    }),
    changes: Changes,
  }),
);

type IssueEvent = z.infer<typeof IssueEvent>;

const was = { zh: "原标题：", en: "was: " } as const satisfies Record<Language, string>;

/** Kinds of work items by GitLab's word for them; any other is named by that word. */
const nouns = {
  Issue: { zh: "issue", en: "issue" },
  Incident: { zh: "故障", en: "incident" },
  Task: { zh: "任务", en: "task" },
  Epic: { zh: "史诗", en: "epic" },
  Requirement: { zh: "需求", en: "requirement" },
  Objective: { zh: "目标", en: "objective" },
  "Key Result": { zh: "关键结果", en: "key result" },
  "Test Case": { zh: "测试用例", en: "test case" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

const things = { opened: "new-issue", closed: "closed-issue" } as const satisfies Record<string, Thing>;

/** GitLab's actions in the words that threads share. */
const actions = { open: "opened", close: "closed", reopen: "reopened" } as const;

/** An issue, or another work item, was opened, closed, or changed in a way that someone waits for. */
export const issue = defineEvent({
  schema: IssueEvent,
  map(body, context) {
    const { language } = context;
    const { object_attributes: told, project, changes } = body;
    const repo = project.path_with_namespace;
    const secret = isConfidential(body, told);
    const hidden = isHidden(secret, context);
    const noun = `${markOf(secret, language)}${nounOf(told.type, language)} #${told.iid}`;
    const deed = told.action === "update" ? deedOfUpdate(changes, undefined, language) : deedOf(told.action);
    if (!deed) return undefined;
    const said =
      deed.action === ""
        ? itIn({ repo, noun }, language)
        : tellDeed({ who: actorOf(body, language), repo, noun, ...deed }, language);
    return {
      level: levelOf(deed, told.type),
      title: hidden ? said : withTitle(said, told.title, language),
      lines: hidden ? [] : detail(deed, body, language),
      link: told.url,
      key: `${repo}#${told.iid}`,
      tally: tallyOf(lookUp<Thing>(things, deed.action) ?? "issue", repo, language, doerOf(body)),
      at: timeOf(told.updated_at),
    };
  },
});

/** Without an action it is GitLab's test of the webhook. */
const deedOf = (action: string | null | undefined): Deed => ({ action: lookUp(actions, action) ?? action ?? "" });

const nounOf = (type: string | null | undefined, language: Language): string =>
  lookUp<Readonly<Record<Language, string>>>(nouns, type ?? "Issue")?.[language] ?? type ?? "";

/** Something is out of order. */
const levelOf = ({ action }: Deed, type: string | null | undefined): Level =>
  type === "Incident" && (action === "opened" || action === "reopened") ? "warning" : "info";

function detail(
  { action }: Deed,
  { object_attributes: told, changes }: IssueEvent,
  language: Language,
): readonly string[] {
  if (action === "opened") return excerpt(told.description, language, told.url);
  const old = action === "edited" ? changes?.title?.previous : undefined;
  return old ? [`${was[language]}${old}`] : [];
}
