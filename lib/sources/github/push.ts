import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { Commit, commitLine } from "./commit-line.ts";
import { defineEvent } from "./event.ts";
import { Account, Envelope, flag, Repository, text } from "./fields.ts";
import { counted } from "./plural.ts";
import { branchOfRef, shortRef, shortSha } from "./ref.ts";
import { tallyOf } from "./tally.ts";
import { who } from "./who.ts";

const Push = Envelope.extend({
  ref: z.string(),
  after: text,
  created: flag,
  deleted: flag,
  forced: flag,
  compare: text,
  commits: z.array(Commit).nullish(),
  head_commit: Commit.nullish(),
  pusher: z.object({ name: text }).nullish(),
  sender: Account,
  repository: Repository.extend({ pushed_at: z.union([z.number(), z.string()]).nullish() }),
});

type Words = {
  readonly pushed: (who: string, count: number, where: string) => string;
  readonly began: (who: string, count: number, where: string) => string;
  readonly forced: (who: string, count: number, where: string) => string;
  readonly rewound: (who: string, where: string, sha: string) => string;
  readonly more: (count: number) => string;
};

const words = {
  zh: {
    pushed: (who, count, where) => `${who} 向 ${where} 推送了 ${count} 个提交`,
    began: (who, count, where) => `${who} 向新分支 ${where} 推送了 ${count} 个提交`,
    forced: (who, count, where) => `${who} 向 ${where} 强制推送了 ${count} 个提交`,
    rewound: (who, where, sha) => `${who} 强制推送 ${where}，退回到 ${sha}`,
    more: (count) => `还有 ${count} 个提交`,
  },
  en: {
    pushed: (who, count, where) => `${who} pushed ${counted(count, "commit")} to ${where}`,
    began: (who, count, where) => `${who} pushed ${counted(count, "commit")} to new branch ${where}`,
    forced: (who, count, where) => `${who} force-pushed ${counted(count, "commit")} to ${where}`,
    rewound: (who, where, sha) => `${who} force-pushed ${where} back to ${sha}`,
    more: (count) => `and ${counted(count, "more commit")}`,
  },
} as const satisfies Record<Language, Words>;

/** Commits told by a line each, newest first: the merge commit on top says most. */
const told = 10;

/**
 * A push becomes one notice. A deleted ref, a new tag or branch without commits are told by `delete` and `create`; a forced
 * push without commits takes commits away, which nothing else tells.
 */
export const push = defineEvent({
  schema: Push,
  branch: (body) => branchOfRef(body.ref),
  map(body, { language }) {
    const kind = kindOf(body);
    if (kind === undefined) return undefined;
    const repo = body.repository.full_name;
    const login = body.sender?.login || body.pusher?.name;
    const actor = login || who(null, language);
    return {
      level: body.forced ? "warning" : "info",
      title: titleOf(kind, body, actor, language),
      lines: kind === "rewound" ? headOf(body, actor) : commitsOf(body, actor, language),
      link: body.compare,
      key: `${repo}/${body.ref}`,
      tally: tallyOf("push", repo, language, { login }),
      at: body.repository.pushed_at,
    };
  },
});

type Push = z.infer<typeof Push>;

function kindOf({ ref, commits, created, deleted, forced }: Push): Exclude<keyof Words, "more"> | undefined {
  if (deleted) return undefined;
  if (!commits?.length) return forced && !created ? "rewound" : undefined;
  if (forced) return "forced";
  return created && branchOfRef(ref) !== undefined ? "began" : "pushed";
}

function titleOf(kind: Exclude<keyof Words, "more">, body: Push, actor: string, language: Language): string {
  const say = words[language];
  const where = `${body.repository.full_name}:${shortRef(body.ref)}`;
  return kind === "rewound"
    ? say.rewound(actor, where, shortSha(body.after ?? ""))
    : say[kind](actor, body.commits?.length ?? 0, where);
}

/** The commit that a branch was taken back to. */
const headOf = ({ head_commit: head }: Push, actor: string): readonly string[] =>
  head ? [commitLine(head, actor)] : [];

function commitsOf({ commits }: Push, actor: string, language: Language): readonly string[] {
  const newestFirst = (commits ?? []).toReversed();
  const left = newestFirst.length - told;
  return [
    ...newestFirst.slice(0, told).map((commit) => commitLine(commit, actor)),
    ...(left > 0 ? [words[language].more(left)] : []),
  ];
}
