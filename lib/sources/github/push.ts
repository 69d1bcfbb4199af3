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
    const commits = body.commits ?? [];
    const rewound = body.forced === true && body.created !== true && commits.length === 0;
    if (body.deleted || (commits.length === 0 && !rewound)) return undefined;
    const say = words[language];
    const repo = body.repository.full_name;
    const where = `${repo}:${shortRef(body.ref)}`;
    const actor = body.sender?.login || body.pusher?.name || who(null, language);
    const begins = body.created === true && branchOfRef(body.ref) !== undefined;
    const head = body.head_commit;
    const title = rewound
      ? say.rewound(actor, where, shortSha(body.after ?? ""))
      : say[body.forced ? "forced" : begins ? "began" : "pushed"](actor, commits.length, where);
    const lines = commits
      .toReversed()
      .slice(0, told)
      .map((commit) => commitLine(commit, actor));
    return {
      level: body.forced ? "warning" : "info",
      title,
      lines:
        rewound && head
          ? [commitLine(head, actor)]
          : [...lines, commits.length > told ? say.more(commits.length - told) : ""],
      link: body.compare,
      key: `${repo}/${body.ref}`,
      tally: tallyOf("push", repo, language, { login: body.sender?.login || body.pusher?.name }),
      at: body.repository.pushed_at,
    };
  },
});
