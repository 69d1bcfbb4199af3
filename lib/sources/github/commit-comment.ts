import * as z from "zod";
import { Comment, fromComment, tellComment } from "../forge/comment-words.ts";
import { defineEvent } from "./event.ts";
import { number, text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { placeOf } from "../forge/place.ts";
import { shortSha } from "../forge/ref.ts";
import { tallyOf } from "../forge/tally.ts";
import { itIn } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const CommitComment = z.lazy(() =>
  InRepository.extend({
    comment: Comment.extend({ commit_id: z.string(), path: text, line: number }),
  }),
);

const nouns = { zh: "提交", en: "commit" } as const;

/** A comment on a commit, or on a line of it. */
export const commitComment = defineEvent({
  schema: CommitComment,
  map({ comment, repository, sender }, { language }) {
    const repo = repository.full_name;
    const it = itIn({ repo, noun: `${nouns[language]} ${shortSha(comment.commit_id)}` }, language);
    const from = fromComment(comment, "created", repository.html_url, language);
    return {
      level: "info",
      title: tellComment("created", who(sender, language), it, language),
      key: `${repo}/commit/${comment.commit_id}`,
      tally: tallyOf("comment", repo, language, sender),
      ...from,
      lines: [placeOf(comment), ...from.lines],
    };
  },
});
