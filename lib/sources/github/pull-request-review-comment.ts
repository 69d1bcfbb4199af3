import * as z from "zod";
import { actOf, reviewKey } from "./acts.ts";
import { Comment, fromComment, tellComment } from "../forge/comment-words.ts";
import { defineEvent } from "./event.ts";
import { number, text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { placeOf } from "../forge/place.ts";
import { Pull } from "./pull-request.ts";
import { tallyOf } from "../forge/tally.ts";
import { itIn, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const ReviewComment = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    comment: Comment.extend({ path: text, line: number, pull_request_review_id: number }),
    pull_request: Pull,
  }),
);

/** A comment on lines of a pull request: the place first, then what it says. */
export const pullRequestReviewComment = defineEvent({
  schema: ReviewComment,
  branch: (body) => body.pull_request.base?.ref ?? undefined,
  map({ action, comment, pull_request: pull, repository, sender }, context) {
    const { language } = context;
    const repo = repository.full_name;
    const it = itIn({ repo, noun: `PR #${pull.number}` }, language);
    const said = tellComment(action, who(sender, language), it, language);
    const from = fromComment(comment, action, pull.html_url, language);
    const lines = [placeOf(comment), ...from.lines].filter((line) => line != null);
    return {
      level: "info",
      title: withTitle(said, pull.title, language),
      key: `${repo}#${pull.number}`,
      tally: tallyOf("comment", repo, language, sender),
      ...from,
      lines,
      ...(action === "created" && {
        act: actOf("comment", [reviewKey(repo, comment.pull_request_review_id)], context, "lines"),
      }),
    };
  },
});
