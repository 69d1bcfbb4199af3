import { day, hour, minute } from "../../base/time.ts";
import type { Rule } from "../../model/limits.ts";
import type { Excess } from "../../model/quota.ts";
import { isCalendar, closedUntil } from "./quota.ts";

/** Waits after QQ's first, second … refusal in a row for a quota that our own count has room in; the last one stays. */
const afterQuota = [hour, 6 * hour, day] as const;

/** A pace is soon over; when it is not, QQ means a limit that it does not name. */
const afterPace = [minute, minute, minute, ...afterQuota] as const;

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
  const waits = excess === "pace" ? afterPace : afterQuota;
  const wait = waits[Math.min(times, waits.length) - 1] ?? hour;
  const calendar = rules.filter(isCalendar);
  const end = calendar.length > 0 ? closedUntil(calendar, quotaZone, now) : Number.POSITIVE_INFINITY;
  return Math.min(now + wait, end);
}
