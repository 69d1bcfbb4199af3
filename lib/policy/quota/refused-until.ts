import { minute } from "../../base/time.ts";
import type { Rule } from "../../model/limits.ts";
import type { Excess } from "../../model/quota.ts";
import { isCalendar, closedUntil } from "./quota.ts";
import { waitAfterRefusals } from "./wait-after-refusals.ts";

/** A pace is soon over, after so many minutes at most; when it is not, QQ means a limit that it does not name. */
const pacedMinutes = 3;

const waitAfter = (excess: Excess, times: number): number => {
  if (excess === "quota") return waitAfterRefusals(times);
  return times <= pacedMinutes ? minute : waitAfterRefusals(times - pacedMinutes);
};

/**
 * Until when (ms) pushes rest after QQ refused `times` of them in a row: as one word of QQ's may be about a moment as well
 * as about the month, it closes for a while that grows, and for no longer than the period of the rules that it is about.
 */
export function refusedUntil(
  { excess, times }: { readonly excess: Excess; readonly times: number },
  rules: readonly Rule[],
  quotaZone: string,
  now: number,
): number {
  const calendar = rules.filter(isCalendar);
  const end = calendar.length > 0 ? closedUntil(calendar, quotaZone, now) : Number.POSITIVE_INFINITY;
  return Math.min(now + waitAfter(excess, times), end);
}
