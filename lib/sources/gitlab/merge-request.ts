import * as z from "zod";
import type { Act } from "../../model/act.ts";
import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { endKey, mergeKey } from "../forge/acts.ts";
import { flag, number, text } from "../forge/fields.ts";
import { tallyOf, type Thing } from "../forge/tally.ts";
import type { Telling } from "../forge/telling.ts";
import { itIn, tellDeed, withTitle } from "../forge/thread-words.ts";
import { lookUp } from "../look-up.ts";
import { actOf } from "./acts.ts";
import { actorOf, doerOf } from "./actor.ts";
import { isVerdict, tellVerdict } from "./approval.ts";
import { defineEvent } from "./event.ts";
import { Changes, InProject } from "./fields.ts";
import { timeOf } from "./time.ts";
import { type Deed, deedOfUpdate } from "./updates.ts";

/** What every event about a merge request carries. */
export const MergeRequest = z.object({
  iid: z.number(),
  title: z.string(),
  url: text,
  source_branch: text,
  target_branch: text,
  source_project_id: number,
  target_project_id: number,
  source: z.object({ path_with_namespace: text }).nullish(),
});

const MergeRequestEvent = z.lazy(() =>
  InProject.extend({
    object_attributes: MergeRequest.extend({
      action: text,
      draft: flag,
      work_in_progress: flag,
      merge_commit_sha: text,
      squash_commit_sha: text,
      last_commit: z.object({ id: text }).nullish(),
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

function sayOf(
  body: MergeRequestEvent,
  context: MapContext,
): Pick<Telling, "level" | "title" | "lines" | "act" | "tally"> | undefined {
  const { language } = context;
  const { object_attributes: told, project, changes } = body;
  const repo = project.path_with_namespace;
  const noun = `MR !${told.iid}`;
  const it = itIn({ repo, noun }, language);
  if (told.action == null) return { level: "info", title: withTitle(it, told.title, language) };
  if (isVerdict(told.action)) {
    const review = { action: told.action, isOwn: told.system === true, who: actorOf(body, language) };
    const tally = tallyOf("review", repo, language, told.system === true ? {} : doerOf(body));
    const { level, title } = tellVerdict(review, it, language);
    return { level, title: withTitle(title, told.title, language), tally };
  }
  const deed = told.action === "update" ? deedOfUpdate(changes, told.oldrev, language) : deedOf(told.action);
  if (!deed) return undefined;
  const { action } = deed;
  const isDraft = action === "opened" && (told.draft ?? told.work_in_progress) === true;
  const said = tellDeed(
    { who: actorOf(body, language), repo, noun: `${isDraft ? words[language].draft : ""}${noun}`, ...deed },
    language,
  );
  const title = isDraft || action === "converted_to_draft" ? withoutDraft(told.title) : told.title;
  return {
    level: action === "merged" ? "success" : "info",
    title: withTitle(said, title, language),
    lines: detail(deed, body, language),
    act: actOfDeed(deed, body, context),
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

const isOfFork = ({
  source_project_id: from,
  target_project_id: to,
}: MergeRequestEvent["object_attributes"]): boolean => from != null && to != null && from !== to;

/** `main ← topic`; a fork's branch is named with its project. */
function branchesOf(told: MergeRequestEvent["object_attributes"]): string {
  const { target_branch: target, source_branch: branch, source } = told;
  if (!target || !branch) return "";
  return `${target} ← ${isOfFork(told) && source?.path_with_namespace ? `${source.path_with_namespace}:` : ""}${branch}`;
}

/** A merge tells what the push to its target does, by any kind of commit; new commits, what the push to its branch does. */
function actOfDeed(
  { action }: Deed,
  { object_attributes: told, project }: MergeRequestEvent,
  context: MapContext,
): Act | undefined {
  const repo = project.path_with_namespace;
  const { target_branch: target, source_branch: branch, last_commit: last } = told;
  const isOwn = !isOfFork(told) && branch;
  if (action === "merged") {
    const shas = [told.merge_commit_sha, told.squash_commit_sha, last?.id];
    const pushes = shas.map((sha) => (target ? mergeKey(repo, `refs/heads/${target}`, sha) : undefined));
    return actOf("merged", [...pushes, isOwn ? endKey(repo, branch) : undefined], context);
  }
  return action === "synchronize" && isOwn
    ? actOf("new-commits", [mergeKey(repo, `refs/heads/${branch}`, last?.id)], context)
    : undefined;
}
