import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { flag, text } from "../forge/fields.ts";
import { tallyOf, type Thing } from "../forge/tally.ts";
import type { Telling } from "../forge/telling.ts";
import { itIn, tellDeed, withTitle } from "../forge/thread-words.ts";
import { lookUp } from "../look-up.ts";
import { actorOf, doerOf } from "./actor.ts";
import { isVerdict, tellVerdict } from "./approval.ts";
import { actOfDeed, Branches, branchesOf } from "./branches.ts";
import { defineEvent } from "./event.ts";
import { Changes, InProject } from "./fields.ts";
import { timeOf } from "./time.ts";
import { type Deed, deedOfUpdate } from "./updates.ts";

const MergeRequestEvent = z.lazy(() =>
  InProject.extend({
    object_attributes: Branches.extend({
      iid: z.number(),
      title: z.string(),
      url: text,
      action: text,
      draft: flag,
      work_in_progress: flag,
      oldrev: text,
      updated_at: text,
      system: flag,
    }),
    changes: Changes,
  }),
);

type MergeRequestEvent = z.infer<typeof MergeRequestEvent>;

type Words = {
  readonly draft: string;
  readonly was: (title: string) => string;
  readonly target: (from: string, to: string) => string;
};

const words = {
  zh: {
    draft: "草稿 ",
    was: (title) => `原标题：${title}`,
    target: (from, to) => `目标分支：${from} → ${to}`,
  },
  en: {
    draft: "draft ",
    was: (title) => `was: ${title}`,
    target: (from, to) => `target: ${from} → ${to}`,
  },
} as const satisfies Record<Language, Words>;

const things = { opened: "new-merge-request", merged: "merged-merge-request" } as const satisfies Record<string, Thing>;

/** GitLab's actions in the words that threads share. */
const actions = { open: "opened", close: "dropped", reopen: "reopened", merge: "merged" } as const;

/**
 * A merge request came, went, was approved, or changed in a way that someone waits for. One without an action is GitLab's test of
 * the webhook: the request is named, and nothing said of it.
 */
export const mergeRequest = defineEvent({
  schema: MergeRequestEvent,
  branch: (body) => body.object_attributes.target_branch ?? undefined,
  map(body, context) {
    const { object_attributes: told, project } = body;
    const repo = project.path_with_namespace;
    const said = sayOf(body, context);
    return (
      said && {
        tally: tallyOf("merge-request", repo, context.language, doerOf(body)),
        ...said,
        link: told.url,
        key: `${repo}!${told.iid}`,
        at: timeOf(told.updated_at),
      }
    );
  },
});

type Said = Pick<Telling, "level" | "title" | "lines" | "act" | "tally">;

function sayOf(body: MergeRequestEvent, context: MapContext): Said | undefined {
  const { language } = context;
  const { object_attributes: told, project, changes } = body;
  const { action, title } = told;
  const it = itIn({ repo: project.path_with_namespace, noun: `MR !${told.iid}` }, language);
  if (action == null) return { level: "info", title: withTitle(it, title, language) };
  if (isVerdict(action)) return sayVerdict(action, it, body, language);
  const deed = action === "update" ? deedOfUpdate(changes, told.oldrev, language) : deedOf(action);
  return deed && sayDeed(deed, body, context);
}

function sayVerdict(action: string, it: string, body: MergeRequestEvent, language: Language): Said {
  const isOwn = body.object_attributes.system === true;
  const { level, title } = tellVerdict({ action, isOwn, who: actorOf(body, language) }, it, language);
  return {
    level,
    title: withTitle(title, body.object_attributes.title, language),
    tally: tallyOf("review", body.project.path_with_namespace, language, isOwn ? {} : doerOf(body)),
  };
}

function sayDeed(deed: Deed, body: MergeRequestEvent, context: MapContext): Said {
  const { language } = context;
  const { object_attributes: told, project } = body;
  const { action } = deed;
  const repo = project.path_with_namespace;
  const isDraft = action === "opened" && (told.draft ?? told.work_in_progress) === true;
  const noun = `${isDraft ? words[language].draft : ""}MR !${told.iid}`;
  const said = tellDeed({ who: actorOf(body, language), repo, noun, ...deed }, language);
  const title = isDraft || action === "converted_to_draft" ? withoutDraft(told.title) : told.title;
  return {
    level: action === "merged" ? "success" : "info",
    title: withTitle(said, title, language),
    lines: detail(deed, body, language),
    act: actOfDeed(action, told, repo, context),
    tally: tallyOf(lookUp<Thing>(things, action) ?? "merge-request", repo, language, doerOf(body)),
  };
}

/** GitLab marks a draft in its title, which our words say already. */
const withoutDraft = (title: string): string =>
  title.replace(/^\s*(?:Draft:|\[Draft\]|\(Draft\)|WIP:|\[WIP\])\s*/i, "");

const deedOf = (action: string): Deed => ({ action: lookUp(actions, action) ?? action });

/** The branches matter when there is something to look at. */
const looks = ["opened", "reopened", "merged", "dropped", "synchronize", "ready_for_review", "review_requested"];

function detail(
  { action }: Deed,
  { object_attributes: told, changes }: MergeRequestEvent,
  language: Language,
): readonly string[] {
  if (action !== "edited") return looks.includes(action) ? [branchesOf(told)] : [];
  const [was, from, to] = [changes?.title?.previous, changes?.target_branch?.previous, changes?.target_branch?.current];
  return [was ? words[language].was(was) : "", from && to ? words[language].target(from, to) : ""];
}
