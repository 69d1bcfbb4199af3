import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { lookUp } from "../look-up.ts";

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

export const levelOfReview = (verdict: string): Level => lookUp<Level>(levels, verdict) ?? "info";

/** `bob approved PR #12 in octo/app`; of a verdict that is not known, that it was reviewed. */
export function tellReview(
  review: { readonly verdict: string; readonly who: string; readonly it: string; readonly reviewer: string },
  language: Language,
): string {
  const say = lookUp<Words[keyof Words]>(words[language], review.verdict) ?? words[language].commented;
  return say(review.who, review.it, review.reviewer);
}
