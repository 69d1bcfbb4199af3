import type { Charge } from "../../model/charge.ts";
import type { SceneLimits } from "../../model/limits.ts";
import type { Standing, TargetState } from "../../model/standing.ts";
import { hour } from "../../base/time.ts";
import { instantOf } from "../../base/instant-of.ts";
import { zonedTime } from "../../base/zoned-time.ts";
import { barredUntil } from "../outcome/barred.ts";
import { isCalendar, repliesOnly, roomOf, rulesOf } from "./quota.ts";
import { waitAfterRefusals } from "./wait-after-refusals.ts";

/** A day's or month's pushes that come back sooner (ms) are waited for: wake-up messages are few. */
const worthIt = hour;

type Known = Pick<Standing, "quota" | "state">;

type WakeupRules = {
  readonly limits: SceneLimits;
  /** IANA zone of QQ's days and months. */
  readonly quotaZone: string;
  readonly noWakeup?: true;
};

/** One of the spans after a user's last chat that have a wake-up message each, and whether that is spent. */
type Period = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly isSpent: boolean;
};

const name = "wakeup";

/** Periods are of whole days of QQ's, and begin anew with a chat on a later day (QQ, 2026-01-10). */
function periodsOf({ quota, state }: Known, { limits, quotaZone, noWakeup }: WakeupRules): readonly Period[] {
  const { chattedAt } = state;
  if (chattedAt === undefined || noWakeup || limits.wakeup === undefined || repliesOnly(limits)) return [];
  const { year, month, day } = zonedTime(quotaZone, chattedAt);
  const startOf = (after: number) => instantOf({ year, month, day: day + after, timeOfDay: 0 }, quotaZone);
  const chat = [year, month, day].map((count) => String(count).padStart(2, "0")).join("-");
  return limits.wakeup.map((last, at, all) => {
    const key = `${chat}+${last}`;
    return {
      key,
      from: startOf(at === 0 ? 0 : (all[at - 1] ?? 0) + 1),
      to: startOf(last + 1),
      isSpent: (quota.used[`${name}@${key}`] ?? 0) > 0,
    };
  });
}

/** The first period with an unspent message, and when (ms) that may go. */
function nextPeriod(
  known: Known,
  rules: WakeupRules,
  now: number,
): { readonly key: string; readonly from: number } | undefined {
  const { state } = known;
  const shut = Math.max(now, barredUntil(state), state.sharedClosedUntil ?? 0, offUntil(state));
  const period = periodsOf(known, rules).find(({ to, isSpent }) => !isSpent && to > shut);
  return period && { key: period.key, from: Math.max(shut, period.from) };
}

/**
 * When (ms) a wake-up message may tell what waits: only where the pushes of the day or month are used up for a while; Infinity =
 * not before there are pushes again, or never.
 */
export function wakeupFrom(known: Known, rules: WakeupRules, now: number): number {
  const calendar = rulesOf(rules.limits, "target").filter(isCalendar);
  const { left, opensAt } = roomOf(known.quota, calendar, rules.quotaZone, now);
  const from = nextPeriod(known, rules, now)?.from ?? Number.POSITIVE_INFINITY;
  return left < 1 && opensAt - from >= worthIt ? from : Number.POSITIVE_INFINITY;
}

/** The unit of a wake-up message that goes now; those of periods that are over go on the way. */
export function wakeupCharge(known: Known, rules: WakeupRules, now: number): Charge | undefined {
  const period = nextPeriod(known, rules, now);
  if (!period || period.from > now) return undefined;
  const stale = Object.keys(known.quota.used).filter((key) => key.startsWith(`${name}@`) && !key.endsWith(period.key));
  return { kind: "count", rule: name, period: period.key, max: 1, stale };
}

/** QQ says that a target takes none: it is asked again after a while that grows, or when the user has chatted anew. */
export function stopWakeups(state: TargetState, now: number) {
  const times = hasChattedSince(state) ? 0 : (state.wakeupOffTimes ?? 0);
  return { wakeupOffAt: now, wakeupOffTimes: times + 1 };
}

const hasChattedSince = ({ chattedAt = 0, wakeupOffAt = 0 }: TargetState): boolean => chattedAt > wakeupOffAt;

const offUntil = (state: TargetState): number => {
  const { wakeupOffAt, wakeupOffTimes = 1 } = state;
  return wakeupOffAt === undefined || hasChattedSince(state) ? 0 : wakeupOffAt + waitAfterRefusals(wakeupOffTimes);
};
