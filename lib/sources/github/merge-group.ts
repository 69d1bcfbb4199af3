import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { queueOf } from "./queue.ts";
import { shortRef } from "../forge/ref.ts";
import { itIn } from "../forge/thread-words.ts";

const MergeGroup = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    reason: text,
    merge_group: z.object({ head_ref: text, base_ref: text, head_sha: text }),
  }),
);

type Words = {
  readonly branch: (name: string) => string;
  readonly asked: (it: string) => string;
  readonly invalidated: (it: string) => string;
};

const words = {
  zh: {
    branch: (name) => `合并队列分支 ${name}`,
    asked: (it) => `合并队列开始检查 ${it}`,
    invalidated: (it) => `${it} 在合并队列里要重新检查`,
  },
  en: {
    branch: (name) => `merge queue branch ${name}`,
    asked: (it) => `The merge queue checks ${it}`,
    invalidated: (it) => `The merge queue has to check ${it} again`,
  },
} as const satisfies Record<Language, Words>;

/** A pull request's turn in the merge queue. That it was merged, or left the queue, its own events tell. */
export const mergeGroup = defineEvent({
  schema: MergeGroup,
  map({ action, reason, merge_group: group, repository }, { language }) {
    const isAsked = action === "checks_requested";
    if (!isAsked && reason !== "invalidated") return undefined;
    const repo = repository.full_name;
    const say = words[language];
    const pull = queueOf(group.head_ref)?.pull;
    const noun = pull === undefined ? say.branch(shortRef(group.head_ref ?? "?")) : `PR #${pull}`;
    const it = itIn({ repo, noun }, language);
    return {
      level: "info",
      title: isAsked ? say.asked(it) : say.invalidated(it),
      link: pull && repository.html_url ? `${repository.html_url}/pull/${pull}` : repository.html_url,
      key: pull === undefined ? `${repo}/merge-queue/${group.head_ref ?? ""}` : `${repo}#${pull}`,
    };
  },
});
