import type { Rule } from "../../model/limits.ts";
import { instantOf } from "../../base/instant-of.ts";
import { zonedTime } from "../../base/zoned-time.ts";
import { minute, second } from "../../base/time.ts";

/** Spans of the sliding rules, in milliseconds. */
export const slidingSpan = { minute, second } as const;

type Calendar = Exclude<Rule["every"], keyof typeof slidingSpan>;

/** Key of the calendar period that `now` (ms) lies in, in an IANA zone: `2026-11` or `2026-11-21`. */
export function periodKey(every: Calendar, timeZone: string, now: number): string {
  const { year, month, day } = zonedTime(timeZone, now);
  const names = every === "month" ? [year, month] : [year, month, day];
  return names.map((count) => String(count).padStart(2, "0")).join("-");
}

/** When (ms) the period of `now` began. */
export function periodBegin(every: Calendar, timeZone: string, now: number): number {
  const { year, month, day } = zonedTime(timeZone, now);
  return instantOf({ year, month, day: every === "month" ? 1 : day, timeOfDay: 0 }, timeZone);
}

/** When (ms) the period of `now` ends and its counters start anew. */
export function periodEnd(every: Calendar, timeZone: string, now: number): number {
  const { year, month, day } = zonedTime(timeZone, now);
  const begin = every === "month" ? { year, month: month + 1, day: 1 } : { year, month, day: day + 1 };
  return instantOf({ ...begin, timeOfDay: 0 }, timeZone);
}

/**
 * The next moment (ms) after `now` at which a zone's clocks come to a time of day, given as ms after midnight: once on each
 * day, where clocks are put forward over it as soon as they are, where they are put back over it at the first time.
 */
export function nextTimeOfDay(timeOfDay: number, timeZone: string, now: number): number {
  const { year, month, day } = zonedTime(timeZone, now);
  const today = instantOf({ year, month, day, timeOfDay }, timeZone);
  return today > now ? today : instantOf({ year, month, day: day + 1, timeOfDay }, timeZone);
}
