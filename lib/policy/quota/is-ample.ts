import type { Rule, SceneLimits } from "../../model/limits.ts";

/** So many pushes a day are more than a conversation is told of. */
const manyADay = 100;

const days = { day: 1, month: 31 } as const;

/** Pushes a day that a rule allows; none is counted by rules of seconds and minutes, or of distinct conversations. */
function perDay({ max, every, counts }: Rule): number {
  if (every === "minute" || every === "second") return max > 0 ? Number.POSITIVE_INFINITY : 0;
  return counts === "targets" && max > 0 ? Number.POSITIVE_INFINITY : max / days[every];
}

/** Whether pushes are so many that none need be saved. */
export const isAmple = ({ proactive }: Pick<SceneLimits, "proactive">): boolean =>
  proactive.every((rule) => perDay(rule) >= manyADay);
