import * as z from "zod";
import { actOf, reviewKey } from "./acts.ts";
import { excerpt } from "../forge/excerpt.ts";
import { levelOfReview, tellReview } from "../forge/review-words.ts";
import { defineEvent } from "./event.ts";
import { number, text } from "../forge/fields.ts";
import { Account, InRepository } from "./fields.ts";
import { Pull } from "./pull-request.ts";
import { tallyOf } from "../forge/tally.ts";
import { itIn, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const Review = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    review: z.object({ id: number, state: text, body: text, html_url: text, submitted_at: text, user: Account }),
    pull_request: Pull,
  }),
);

/** A review without words of its own only carries line comments, which `pull_request_review_comment` tells. */
export const pullRequestReview = defineEvent({
  schema: Review,
  branch: (body) => body.pull_request.base?.ref ?? undefined,
  map(body, context) {
    const { language } = context;
    const { action, review, pull_request: pull, repository } = body;
    const repo = repository.full_name;
    const lines = excerpt(review.body, language, review.html_url);
    const verdict = action === "submitted" ? (review.state ?? "commented").toLowerCase() : action;
    if (verdict === "commented" && lines.length === 0) return undefined;
    const said = tellReview(
      {
        verdict,
        who: who(body.sender, language),
        it: itIn({ repo, noun: `PR #${pull.number}` }, language),
        reviewer: who(review.user, language),
      },
      language,
    );
    return {
      level: levelOfReview(verdict),
      title: withTitle(said, pull.title, language),
      lines,
      link: review.html_url ?? pull.html_url,
      key: `${repo}#${pull.number}`,
      act: action === "submitted" ? actOf("review", [reviewKey(repo, review.id)], context) : undefined,
      tally: tallyOf("review", repo, language, body.sender),
      at: action === "submitted" ? review.submitted_at : undefined,
    };
  },
});
