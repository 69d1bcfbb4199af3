import type * as z from "zod";
import type { Language } from "../../model/language.ts";
import { type Commit, commitLine } from "./commit-line.ts";
import { counted, exactOrMore } from "./plural.ts";
import { shortRef, shortSha } from "./ref.ts";

type Words = Readonly<Record<"pushed" | "began" | "forced", (who: string, count: Count, where: string) => string>> &
  Readonly<Record<"rewound" | "moved", (who: string, where: string, sha: string) => string>> & {
    readonly tag: (who: string, repo: string, tag: string, sha: string) => string;
    readonly more: (count: Count) => string;
    readonly known: (count: Count) => string;
  };

/** How many, and the number from which on there may be more: forges list no more of a push than so many. */
type Count = { readonly count: number; readonly max?: number | undefined };

const told = ({ count, max = Number.POSITIVE_INFINITY }: Count): string => exactOrMore(count, max);
const commits = ({ count, max }: Count): string => counted(count, "commit", max);

const words = {
  zh: {
    pushed: (who, count, where) => `${who} 向 ${where} 推送了 ${told(count)} 个提交`,
    began: (who, count, where) => `${who} 向新分支 ${where} 推送了 ${told(count)} 个提交`,
    forced: (who, count, where) => `${who} 向 ${where} 强制推送了 ${told(count)} 个提交`,
    rewound: (who, where, sha) => `${who} 强制推送 ${where}，退回到 ${sha}`,
    moved: (who, where, sha) => `${who} 把 ${where} 移到 ${sha}，没有新提交`,
    tag: (who, repo, tag, sha) => `${who} 把 ${repo} 的标签 ${tag} 移到 ${sha}`,
    more: (count) => `还有 ${told(count)} 个提交`,
    known: (count) => `另有 ${told(count)} 个提交是仓库里已有的`,
  },
  en: {
    pushed: (who, count, where) => `${who} pushed ${commits(count)} to ${where}`,
    began: (who, count, where) => `${who} pushed ${commits(count)} to new branch ${where}`,
    forced: (who, count, where) => `${who} force-pushed ${commits(count)} to ${where}`,
    rewound: (who, where, sha) => `${who} force-pushed ${where} back to ${sha}`,
    moved: (who, where, sha) => `${who} moved ${where} to ${sha}, without new commits`,
    tag: (who, repo, tag, sha) => `${who} moved tag ${tag} of ${repo} to ${sha}`,
    more: ({ count, max }) => `and ${counted(count, "more commit", max)}`,
    known: (count) => `and ${commits(count)} that the repository already had`,
  },
} as const satisfies Record<Language, Words>;

/** Commits told by a line each. */
const shown = 10;

/** What a push did; of those before `rewound` commits are told by their number. */
export type PushKind = "pushed" | "began" | "forced" | "rewound" | "moved" | "tag";

/** Whether commits are told by their number. */
export const isOfNew = (kind: PushKind): kind is "pushed" | "began" | "forced" =>
  ["pushed", "began", "forced"].includes(kind);

export type PushTold = Count & {
  readonly kind: PushKind;
  readonly who: string;
  readonly repo: string;
  /** The full one, `refs/heads/main`. */
  readonly ref: string;
  readonly sha: string | null | undefined;
};

/** `alice pushed 2 commits to octo/app:main` */
export function tellPush({ kind, who, repo, ref, sha, ...count }: PushTold, language: Language): string {
  const say = words[language];
  const where = `${repo}:${shortRef(ref)}`;
  const short = shortSha(sha ?? "");
  if (kind === "tag") return say.tag(who, repo, shortRef(ref), short);
  return isOfNew(kind) ? say[kind](who, count, where) : say[kind](who, where, short);
}

/** The newest commits by a line each, and how many more there are of `count` in all. */
export function commitLines(
  { newestFirst, count, max }: Count & { readonly newestFirst: readonly z.infer<typeof Commit>[] },
  actor: string,
  language: Language,
): readonly string[] {
  const lines = newestFirst.slice(0, shown).map((commit) => commitLine(commit, actor));
  const left = count - lines.length;
  const least = max === undefined ? undefined : max - shown;
  return left > 0 && lines.length > 0 ? [...lines, words[language].more({ count: left, max: least })] : lines;
}

export const tellKnown = (count: number, max: number, language: Language): string =>
  words[language].known({ count, max });
