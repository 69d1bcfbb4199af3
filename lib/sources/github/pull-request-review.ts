import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { actOf, reviewKey } from "./acts.ts";
import { excerpt } from "./excerpt.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { Account, InRepository, number, text } from "./fields.ts";
import { Pull } from "./pull-request.ts";
import { tallyOf } from "./tally.ts";
import { itIn, withTitle } from "./thread-words.ts";
import { who } from "./who.ts";

const Review = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    review: z.object({ id: number, state: text, body: text, html_url: text, submitted_at: text, user: Account }),
    pull_request: Pull,
  }),
);

type Words = Readonly<
  Record<"approved" | "changes_requested" | "commented" | "edited", (who: string, it: string) => string>
> & {
  readonly dismissed: (who: string, it: string, reviewer: string) => string;
};

const words = {
  zh: {
    approved: (who, it) => `${who} 批准了 ${it}`,
    changes_requested: (who, it) => `${who} 要求修改 ${it}`,
    commented: (who, it) => `${who} 评审了 ${it}`,
    edited: (who, it) => `${who} 改写了对 ${it} 的评审`,
    dismissed: (who, it, reviewer) =>
      who === reviewer ? `${who} 撤回了对 ${it} 的评审` : `${who} 驳回了 ${reviewer} 对 ${it} 的评审`,
  },
  en: {
    approved: (who, it) => `${who} approved ${it}`,
    changes_requested: (who, it) => `${who} requested changes on ${it}`,
    commented: (who, it) => `${who} reviewed ${it}`,
    edited: (who, it) => `${who} edited a review of ${it}`,
    dismissed: (who, it, reviewer) =>
      who === reviewer ? `${who} dismissed their review of ${it}` : `${who} dismissed ${reviewer}’s review of ${it}`,
  },
} as const satisfies Record<Language, Words>;

const levels = { approved: "success", changes_requested: "warning" } as const satisfies Record<string, Level>;

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
    const say = lookUp<Words[keyof Words]>(words[language], verdict) ?? words[language].commented;
    const said = say(
      who(body.sender, language),
      itIn({ repo, noun: `PR #${pull.number}` }, language),
      who(review.user, language),
    );
    return {
      level: lookUp(levels, verdict) ?? "info",
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
