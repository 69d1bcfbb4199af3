import type { Language } from "../../model/language.ts";
import { levelOfReview, tellReview } from "../forge/review-words.ts";
import type { Telling } from "../forge/telling.ts";

/** `approved` is the approval after which none is wanted. */
const approvals: readonly string[] = ["approval", "approved"];
const withdrawals: readonly string[] = ["unapproval", "unapproved"];

export const isVerdict = (action: string): boolean => [...approvals, ...withdrawals].includes(action);

type Words = {
  readonly withdrawn: (who: string, it: string) => string;
  readonly reset: (it: string) => string;
};

const words = {
  zh: {
    withdrawn: (who, it) => `${who} 撤回了对 ${it} 的批准`,
    reset: (it) => `${it} 有新提交，原有的批准已作废`,
  },
  en: {
    withdrawn: (who, it) => `${who} took back their approval of ${it}`,
    reset: (it) => `New commits reset an approval of ${it}`,
  },
} as const satisfies Record<Language, Words>;

type Verdict = {
  readonly action: string;
  /** GitLab itself did it: a push takes approvals back. */
  readonly isOwn: boolean;
  readonly who: string;
};

/** Somebody approved a merge request, or does no longer. */
export function tellVerdict(
  { action, isOwn, who }: Verdict,
  it: string,
  language: Language,
): Pick<Telling, "level" | "title"> {
  if (approvals.includes(action))
    return {
      level: levelOfReview("approved"),
      title: tellReview({ verdict: "approved", who, it, reviewer: who }, language),
    };
  const say = words[language];
  return { level: "info", title: isOwn ? say.reset(it) : say.withdrawn(who, it) };
}
