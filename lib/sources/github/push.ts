import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { actOf, beginKey, mergeKey } from "./acts.ts";
import { Commit, commitLine } from "./commit-line.ts";
import { defineEvent } from "./event.ts";
import { Account, Envelope, flag, Repository, text } from "./fields.ts";
import { counted, exactOrMore } from "./plural.ts";
import { queueOf } from "./queue.ts";
import { branchOfRef, shortRef, shortSha } from "./ref.ts";
import { tallyOf } from "./tally.ts";
import { who } from "./who.ts";

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
    pusher: z.object({ name: text }).nullish(),
    sender: Account,
    repository: Repository.extend({ pushed_at: z.union([z.number(), z.string()]).nullish() }),
  }),
);

type Words = {
  readonly pushed: (who: string, count: number, where: string) => string;
  readonly began: (who: string, count: number, where: string) => string;
  readonly forced: (who: string, count: number, where: string) => string;
  readonly rewound: (who: string, where: string, sha: string) => string;
  readonly moved: (who: string, where: string, sha: string) => string;
  readonly tag: (who: string, repo: string, tag: string, sha: string) => string;
  readonly more: (count: number) => string;
  readonly known: (count: number) => string;
};

const words = {
  zh: {
    pushed: (who, count, where) => `${who} 向 ${where} 推送了 ${told(count)} 个提交`,
    began: (who, count, where) => `${who} 向新分支 ${where} 推送了 ${told(count)} 个提交`,
    forced: (who, count, where) => `${who} 向 ${where} 强制推送了 ${told(count)} 个提交`,
    rewound: (who, where, sha) => `${who} 强制推送 ${where}，退回到 ${sha}`,
    moved: (who, where, sha) => `${who} 把 ${where} 移到 ${sha}，没有新提交`,
    tag: (who, repo, tag, sha) => `${who} 把 ${repo} 的标签 ${tag} 移到 ${sha}`,
    more: (count) => `还有 ${exactOrMore(count, max - shown)} 个提交`,
    known: (count) => `另有 ${told(count)} 个提交是仓库里已有的`,
  },
  en: {
    pushed: (who, count, where) => `${who} pushed ${counted(count, "commit", max)} to ${where}`,
    began: (who, count, where) => `${who} pushed ${counted(count, "commit", max)} to new branch ${where}`,
    forced: (who, count, where) => `${who} force-pushed ${counted(count, "commit", max)} to ${where}`,
    rewound: (who, where, sha) => `${who} force-pushed ${where} back to ${sha}`,
    moved: (who, where, sha) => `${who} moved ${where} to ${sha}, without new commits`,
    tag: (who, repo, tag, sha) => `${who} moved tag ${tag} of ${repo} to ${sha}`,
    more: (count) => `and ${counted(count, "more commit", max - shown)}`,
    known: (count) => `and ${counted(count, "commit", max)} that the repository already had`,
  },
} as const satisfies Record<Language, Words>;

/** GitHub lists no more commits of a push than this (its documentation of the event). */
const max = 2_048;

/** Commits told by a line each, newest first: the merge commit on top says most. */
const shown = 10;

const told = (count: number): string => exactOrMore(count, max);

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
      title: titleOf(kind, body, actor, language),
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

type Kind = Exclude<keyof Words, "more" | "known">;

/** Whether commits are told by their number. */
const isOfNew = (kind: Kind): kind is "pushed" | "began" | "forced" => ["pushed", "began", "forced"].includes(kind);

function kindOf(body: Push): Kind | undefined {
  const { ref, commits, created, deleted } = body;
  if (deleted || queueOf(ref)) return undefined;
  if (ref.startsWith("refs/tags/")) return created ? undefined : "tag";
  return newOf(body).length > 0 ? kindOfNew(body) : kindOfKnown(body, commits?.length ?? 0);
}

function kindOfNew({ ref, created, forced }: Push): Kind {
  if (forced) return "forced";
  return created && branchOfRef(ref) !== undefined ? "began" : "pushed";
}

function kindOfKnown({ created, forced }: Push, count: number): Kind | undefined {
  if (created) return undefined;
  if (count > 0) return "moved";
  return forced ? "rewound" : undefined;
}

/** Commits that no other branch had before: a merge brings along what is known. */
const newOf = ({ commits }: Push): NonNullable<Push["commits"]> =>
  (commits ?? []).filter(({ distinct }) => distinct !== false);

function titleOf(kind: Kind, body: Push, actor: string, language: Language): string {
  const say = words[language];
  const repo = body.repository.full_name;
  const where = `${repo}:${shortRef(body.ref)}`;
  const sha = shortSha(body.after ?? "");
  if (kind === "tag") return say.tag(actor, repo, shortRef(body.ref), sha);
  return isOfNew(kind) ? say[kind](actor, newOf(body).length, where) : say[kind](actor, where, sha);
}

/** A branch's first push tells that there is one. Any other may be a merge's, whose pull request tells all but its commits. */
function actOfPush(kind: Kind, { repository, ref, after }: Push, context: MapContext, lines: readonly string[]) {
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

function commitsOf(body: Push, actor: string, language: Language): readonly string[] {
  const newestFirst = newOf(body).toReversed();
  const all = body.commits?.length ?? 0;
  const left = newestFirst.length - shown;
  const known = all - newestFirst.length;
  const say = words[language];
  return [
    ...newestFirst.slice(0, shown).map((commit) => commitLine(commit, actor)),
    ...(left > 0 ? [say.more(left)] : []),
    ...(known > 0 ? [say.known(known)] : []),
  ];
}
