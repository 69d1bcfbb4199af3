import * as z from "zod";
import type { Level } from "../../model/level.ts";
import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { endKey, mergeKey } from "../forge/acts.ts";
import { actOf } from "./acts.ts";
import { counted } from "../forge/plural.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { flag, Named, number, text } from "../forge/fields.ts";
import { Account, InRepository } from "./fields.ts";
import { tallyOf, type Thing } from "../forge/tally.ts";
import { tellDeed, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const Side = z.object({ ref: text, label: text, repo: z.object({ full_name: text }).nullish() });

/** What every event about a pull request carries. */
export const Pull = z.object({ number: z.number(), title: z.string(), html_url: text, base: Side.nullish() });

const PullRequest = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    pull_request: Pull.extend({
      head: Side.nullish(),
      draft: flag,
      merged: flag,
      merge_commit_sha: text,
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
    reason: text,
    changes: z
      .object({
        title: z.object({ from: text }).nullish(),
        base: z.object({ ref: z.object({ from: text }).nullish() }).nullish(),
      })
      .nullish(),
  }),
);

type PullRequest = z.infer<typeof PullRequest>;

type Words = {
  readonly draft: string;
  readonly files: (count: number) => string;
  readonly was: (title: string) => string;
  readonly base: (from: string, to: string) => string;
  /** Why it left the merge queue. */
  readonly reasons: Readonly<Record<string, string>>;
};

const words = {
  zh: {
    draft: "草稿 ",
    files: (count) => `${count} 个文件`,
    was: (title) => `原标题：${title}`,
    base: (from, to) => `目标分支：${from} → ${to}`,
    reasons: {
      CI_FAILURE: "检查没有通过",
      CI_TIMEOUT: "检查超时",
      MERGE_CONFLICT: "有合并冲突",
      BRANCH_PROTECTIONS: "不合分支保护的要求",
      INVALID_MERGE_COMMIT: "合并提交无效",
      GIT_TREE_INVALID: "Git 树无效",
      ROLL_BACK: "队列回退",
      QUEUE_CLEARED: "队列被清空",
    },
  },
  en: {
    draft: "draft ",
    files: (count) => counted(count, "file"),
    was: (title) => `was: ${title}`,
    base: (from, to) => `base: ${from} → ${to}`,
    reasons: {
      CI_FAILURE: "its checks failed",
      CI_TIMEOUT: "its checks timed out",
      MERGE_CONFLICT: "merge conflict",
      BRANCH_PROTECTIONS: "branch protection is not met",
      INVALID_MERGE_COMMIT: "invalid merge commit",
      GIT_TREE_INVALID: "invalid git tree",
      ROLL_BACK: "the queue was rolled back",
      QUEUE_CLEARED: "the queue was cleared",
    },
  },
} as const satisfies Record<Language, Words>;

const things = { opened: "new-pull", merged: "merged-pull" } as const satisfies Record<string, Thing>;

/** A closed pull request is a merged one or a dropped one; all else is told by its action. */
export const pullRequest = defineEvent({
  schema: PullRequest,
  branch: (body) => body.pull_request.base?.ref ?? undefined,
  map(body, context) {
    const { language } = context;
    const { pull_request: pull, repository } = body;
    const repo = repository.full_name;
    const action = actionOf(body);
    if (action === "dequeued" && isMerged(body)) return undefined;
    const draft = action === "opened" && pull.draft ? words[language].draft : "";
    const noun = `${draft}PR #${pull.number}`;
    const deed = { who: who(body.sender, language), repo, noun, action, thing: thingOf(body) };
    return {
      level: levelOf(action, body),
      title: withTitle(tellDeed(deed, language), pull.title, language),
      lines: detail(body, language),
      link: pull.html_url,
      key: `${repo}#${pull.number}`,
      act: action === "merged" ? mergeAct(body, context) : undefined,
      tally: tallyOf(lookUp<Thing>(things, action) ?? "pull", repo, language, body.sender),
      at: pull.updated_at,
    };
  },
});

/** Merged is why most leave the queue, and `closed` tells it. */
const isMerged = ({ reason }: PullRequest): boolean => ["MERGE", "ALREADY_MERGED"].includes(codeOf(reason));

/** GitHub's code of a reason, which its own examples and its documentation write in different case. */
const codeOf = (reason: string | null | undefined): string => (reason ?? "").toUpperCase();

/** People took it out, which is no fault. */
const wanted: readonly string[] = ["", "QUEUE_CLEARED"];

function levelOf(action: string, { reason }: PullRequest): Level {
  if (action === "merged") return "success";
  return action === "dequeued" && !wanted.includes(codeOf(reason)) ? "warning" : "info";
}

function actionOf({ action, pull_request: pull, reason }: PullRequest): string {
  if (action === "dequeued" && codeOf(reason) === "MANUAL") return "taken_out";
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

/** It tells what the push to its base does, whether it made a merge commit, one of all, or moved all; a fork's branch is not of this repository. */
function mergeAct(
  { pull_request: { base, head, merge_commit_sha: sha }, repository }: PullRequest,
  context: MapContext,
) {
  const repo = repository.full_name;
  const isOwn = head?.repo?.full_name === repo;
  const keys = [
    base?.ref ? mergeKey(repo, `refs/heads/${base.ref}`, sha) : undefined,
    isOwn && head.ref ? endKey(repo, head.ref) : undefined,
  ];
  return actOf("merged", keys, context);
}

/** Actions after which there is something to look at. */
const looks = ["opened", "reopened", "closed", "synchronize", "ready_for_review", "review_requested"];

/** Size and branches matter when there is something to look at; a label's notice stays one line. */
function detail({ action, pull_request: pull, changes, reason }: PullRequest, language: Language): readonly string[] {
  if (action === "edited") return editOf(pull, changes, language);
  if (action === "dequeued" && codeOf(reason) !== "MANUAL")
    return [lookUp<string>(words[language].reasons, codeOf(reason)) ?? reason ?? ""];
  if (!looks.includes(action)) return [];
  const parts = [branchesOf(pull), linesOf(pull), filesOf(pull, language)];
  return [parts.filter((part) => part !== "").join(" · ")];
}

function editOf(
  { title, base }: PullRequest["pull_request"],
  changes: PullRequest["changes"],
  language: Language,
): readonly string[] {
  const [was, from, to] = [changes?.title?.from, changes?.base?.ref?.from, base?.ref];
  return [
    was && was !== title ? words[language].was(was) : "",
    from && to && from !== to ? words[language].base(from, to) : "",
  ];
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
