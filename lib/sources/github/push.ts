import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { beginKey, mergeKey } from "../forge/acts.ts";
import { actOf } from "./acts.ts";
import { Commit, commitLine } from "../forge/commit-line.ts";
import { defineEvent } from "./event.ts";
import { flag, number, text } from "../forge/fields.ts";
import { Account, Envelope, Repository } from "./fields.ts";
import { commitLines, isOfNew, type PushKind, tellKnown, tellPush } from "../forge/push-words.ts";
import { queueOf } from "./queue.ts";
import { branchOfRef } from "../forge/ref.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";

const PushedCommit = Commit.extend({ distinct: flag });

const Push = z.lazy(() =>
  Envelope.extend({
    ref: z.string(),
    after: text,
    created: flag,
    deleted: flag,
    forced: flag,
    compare: text,
    commits: z.array(PushedCommit).nullish(),
    head_commit: Commit.nullish(),
    // Of forges that list fewer than there are: how many there are, or how many they list at most.
    total_commits: number,
    max_commits: number,
    pusher: z.object({ name: text }).nullish(),
    sender: Account,
    repository: Repository.extend({ pushed_at: z.union([z.number(), z.string()]).nullish() }),
  }),
);

/** GitHub lists no more commits of a push than this (its documentation of the event). */
const max = 2_048;

/**
 * A push becomes one notice. A deleted ref, a new tag or branch without commits are told by `delete` and `create`; a forced
 * push without commits takes commits away, which nothing else tells, and so does one of commits that are all known.
 */
export const push = defineEvent({
  schema: Push,
  branch: (body) => branchOfRef(body.ref),
  map(body, context) {
    const { language } = context;
    const kind = kindOf(body);
    if (kind === undefined) return undefined;
    const repo = body.repository.full_name;
    const login = body.sender?.login || body.pusher?.name;
    const actor = login || who(null, language);
    const lines = isOfNew(kind) ? commitsOf(body, actor, language) : headOf(body, actor);
    return {
      level: body.forced || kind === "tag" ? "warning" : "info",
      title: tellPush({ kind, who: actor, repo, ref: body.ref, ...countOf(body), sha: body.after }, language),
      lines,
      link: body.compare,
      key: `${repo}/${body.ref}`,
      act: actOfPush(kind, body, context, lines),
      tally: tallyOf("push", repo, language, { login }),
      at: body.repository.pushed_at,
    };
  },
});

type Push = z.infer<typeof Push>;

function kindOf(body: Push): PushKind | undefined {
  const { ref, commits, created, deleted } = body;
  if (deleted || queueOf(ref)) return undefined;
  if (ref.startsWith("refs/tags/")) return created ? undefined : "tag";
  return newOf(body).length > 0 ? kindOfNew(body) : kindOfKnown(body, commits?.length ?? 0);
}

function kindOfNew({ ref, created, forced }: Push): PushKind {
  if (forced) return "forced";
  return created && branchOfRef(ref) !== undefined ? "began" : "pushed";
}

function kindOfKnown({ created, forced }: Push, count: number): PushKind | undefined {
  if (created) return undefined;
  if (count > 0) return "moved";
  return forced ? "rewound" : undefined;
}

/** How many are new, and from how many on there may be more. */
const countOf = (body: Push): { readonly count: number; readonly max: number } => ({
  count: Math.max(newOf(body).length, body.total_commits ?? 0),
  max: body.max_commits ?? max,
});

/** Commits that no other branch had before: a merge brings along what is known. */
const newOf = ({ commits }: Push): NonNullable<Push["commits"]> =>
  (commits ?? []).filter(({ distinct }) => distinct !== false);

/** A branch's first push tells that there is one. Any other may be a merge's, whose pull request tells all but its commits. */
function actOfPush(kind: PushKind, { repository, ref, after }: Push, context: MapContext, lines: readonly string[]) {
  const repo = repository.full_name;
  const branch = branchOfRef(ref);
  if (branch === undefined) return undefined;
  if (kind === "began") return actOf("first-push", [beginKey(repo, branch)], context);
  if (kind === "pushed")
    return actOf(
      "merge-push",
      [mergeKey(repo, ref, after)],
      context,
      lines.filter((line) => isCommit.test(line) && !isOfPull.test(line)),
    );
  return kind === "moved" ? actOf("merge-push", [mergeKey(repo, ref, after)], context) : undefined;
}

const isCommit = /^[0-9a-f]{7} /;

/** A commit that is named after the pull request: a merge commit, or one that GitHub made of all. */
const isOfPull = /^\S+ Merge pull request #\d+ |\(#\d{1,15}\)(?: \([^()]*\))?$/;

/** The commit that a ref was taken to. */
const headOf = ({ head_commit: head }: Push, actor: string): readonly string[] =>
  head ? [commitLine(head, actor)] : [];

/** Commits by a line each, newest first: the merge commit on top says most. */
function commitsOf(body: Push, actor: string, language: Language): readonly string[] {
  const commits = newOf(body);
  const known = (body.commits?.length ?? 0) - commits.length;
  return [
    ...commitLines({ newestFirst: commits.toReversed(), ...countOf(body) }, actor, language),
    ...(known > 0 ? [tellKnown(known, max, language)] : []),
  ];
}
