import type { Rule } from "../model/limits.ts";

/** Spans of the sliding rules, in milliseconds. */
export const slidingSpan = { minute: 60_000, second: 1_000 } as const;

type Calendar = Exclude<Rule["every"], keyof typeof slidingSpan>;

/**
 * Key of the calendar period that `now` (ms) lies in, in an IANA zone: `2026-11` or `2026-11-21`. QQ documents neither
 * zone nor reckoning; calendar periods in Asia/Shanghai are this project's reading, and QQ's refusal corrects it.
 */
export function periodKey(every: Calendar, timeZone: string, now: number): string {
  const day = localDay(timeZone, now);
  return every === "month" ? day.slice(0, 7) : day;
}

/** When (ms) the period of `now` ends and its counters start anew. */
export function periodEnd(every: Calendar, timeZone: string, now: number): number {
  const [year = 0, month = 0, day = 0] = localDay(timeZone, now).split("-").map(Number);
  return every === "month"
    ? localMidnight(timeZone, year, month + 1, 1)
    : localMidnight(timeZone, year, month, day + 1);
}

/** The next moment (ms) after `now` at which a zone's clocks show a time of day, given as ms after midnight. */
export function nextTimeOfDay(timeOfDay: number, timeZone: string, now: number): number {
  const today = periodEnd("day", timeZone, now - 86_400_000) + timeOfDay;
  return today > now ? today : periodEnd("day", timeZone, now) + timeOfDay;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(timeZone: string, at: number): Intl.DateTimeFormatPart[] {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  if (!known) formats.set(timeZone, format);
  return format.formatToParts(at);
}

const part = (parts: readonly Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string =>
  parts.find((each) => each.type === type)?.value ?? "";

function localDay(timeZone: string, at: number): string {
  const parts = localParts(timeZone, at);
  return `${part(parts, "year")}-${part(parts, "month")}-${part(parts, "day")}`;
}

/** Minutes of the local clock ahead of UTC, as milliseconds. */
function offset(timeZone: string, at: number): number {
  const parts = localParts(timeZone, at);
  const [year, month, day, hour, minute, second] = (["year", "month", "day", "hour", "minute", "second"] as const).map(
    (type) => Number(part(parts, type)),
  );
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}

/** The instant at which a local day begins; days and months may run over. Two rounds settle a change of the clock. */
function localMidnight(timeZone: string, year: number, month: number, day: number): number {
  const asUtc = Date.UTC(year, month - 1, day);
  const guess = asUtc - offset(timeZone, asUtc);
  return asUtc - offset(timeZone, guess);
}
