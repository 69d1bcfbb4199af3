import type { Rule } from "../../model/limits.ts";
import { zonedTime } from "../../base/zoned-time.ts";
import { day, minute, second } from "../../base/time.ts";

/** Spans of the sliding rules, in milliseconds. */
export const slidingSpan = { minute, second } as const;

type Calendar = Exclude<Rule["every"], keyof typeof slidingSpan>;

/**
 * Key of the calendar period that `now` (ms) lies in, in an IANA zone: `2026-11` or `2026-11-21`. QQ documents neither
 * zone nor reckoning; calendar periods in Asia/Shanghai are this project's reading, and QQ's refusal corrects it.
 */
export function periodKey(every: Calendar, timeZone: string, now: number): string {
  const { year, month, day } = zonedTime(timeZone, now);
  const names = every === "month" ? [year, month] : [year, month, day];
  return names.map((count) => String(count).padStart(2, "0")).join("-");
}

/** When (ms) the period of `now` ends and its counters start anew. */
export function periodEnd(every: Calendar, timeZone: string, now: number): number {
  const { year, month, day } = zonedTime(timeZone, now);
  return every === "month"
    ? localMidnight(timeZone, year, month + 1, 1)
    : localMidnight(timeZone, year, month, day + 1);
}

/** The next moment (ms) after `now` at which a zone's clocks show a time of day, given as ms after midnight. */
export function nextTimeOfDay(timeOfDay: number, timeZone: string, now: number): number {
  const today = periodEnd("day", timeZone, now - day) + timeOfDay;
  return today > now ? today : periodEnd("day", timeZone, now) + timeOfDay;
}

/** Milliseconds that the local clock is ahead of UTC. */
function offset(timeZone: string, at: number): number {
  const { year, month, day, hour, minute, second } = zonedTime(timeZone, at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}

/** The instant at which a local day begins; days and months may run over. Two rounds settle a change of the clock. */
function localMidnight(timeZone: string, year: number, month: number, day: number): number {
  const asUtc = Date.UTC(year, month - 1, day);
  const guess = asUtc - offset(timeZone, asUtc);
  return asUtc - offset(timeZone, guess);
}
