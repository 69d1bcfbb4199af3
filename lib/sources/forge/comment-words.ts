import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { excerpt } from "./excerpt.ts";
import { lookUp } from "../look-up.ts";
import { text } from "./fields.ts";
import type { Telling } from "./telling.ts";

export const Comment = z.object({ body: text, html_url: text, created_at: text, updated_at: text });

type Comment = z.infer<typeof Comment>;

type Words = {
  readonly created: (who: string, it: string) => string;
  readonly edited: (who: string, it: string) => string;
  readonly deleted: (who: string, it: string) => string;
};

const words = {
  zh: {
    created: (who, it) => `${who} 评论了 ${it}`,
    edited: (who, it) => `${who} 修改了对 ${it} 的评论`,
    deleted: (who, it) => `${who} 删除了对 ${it} 的评论`,
  },
  en: {
    created: (who, it) => `${who} commented on ${it}`,
    edited: (who, it) => `${who} edited a comment on ${it}`,
    deleted: (who, it) => `${who} deleted a comment on ${it}`,
  },
} as const satisfies Record<Language, Words>;

/** `alice commented on PR #12 in octo/app` */
export const tellComment = (action: string, who: string, it: string, language: Language): string =>
  (lookUp<Words[keyof Words]>(words[language], action) ?? words[language].created)(who, it);

type CommentWords = {
  readonly lines: NonNullable<Telling["lines"]>;
  readonly link: Telling["link"];
  readonly at: Telling["at"];
};

/** What a notice takes from a comment: first lines, link and time. A deleted one is not quoted, and leads to its `thread`. */
export function fromComment(
  comment: Comment,
  action: string,
  thread: string | null | undefined,
  language: Language,
): CommentWords {
  if (action === "deleted") return { lines: [], link: thread, at: undefined };
  return {
    lines: excerpt(comment.body, language, comment.html_url),
    link: comment.html_url ?? thread,
    at: (action === "created" ? comment.created_at : undefined) ?? comment.updated_at,
  };
}
