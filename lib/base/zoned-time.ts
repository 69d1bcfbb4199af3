import { hour, minute, second } from "./time.ts";

/** A moment as the clocks and calendars of a zone show it; months count from 1. */
export type ZonedTime = Readonly<Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>>;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}

function readClocks(timeZone: string, at: number): ZonedTime {
  const parts = formatOf(timeZone).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)])) as ZonedTime;
}

/** Since 1973 clocks have been put forward or back at full quarters of an hour only, and by full quarters; before, at any second. */
const quarter = 15 * minute;
const since1973 = Date.UTC(1973, 0);

/**
 * Zones whose clocks have been left alone since a year, and how far ahead they are (ms), as of the IANA database 2026c. The first
 * question to Intl takes some ten milliseconds, which a process in one of these does not need to spend.
 */
const steady: Readonly<Record<string, { readonly since: number; readonly ms: number }>> = {
  UTC: { since: since1973, ms: 0 },
  "Asia/Shanghai": { since: Date.UTC(1992, 0), ms: 8 * hour },
  "Asia/Hong_Kong": { since: Date.UTC(1980, 0), ms: 8 * hour },
  "Asia/Taipei": { since: Date.UTC(1980, 0), ms: 8 * hour },
  "Asia/Singapore": { since: Date.UTC(1983, 0), ms: 8 * hour },
  "Asia/Tokyo": { since: since1973, ms: 9 * hour },
};

/** Offsets (ms) of a zone by the moment from which they hold. */
type Offsets = Map<number, number>;

const offsets = new Map<string, Offsets>();

/** A plan asks for now and for the turns of the periods around it: some ten moments. */
const maxOffsets = 100;

/**
 * How far (ms) an IANA zone's clocks are ahead of UTC at a moment (ms of the epoch). It is remembered for the moment's
 * quarter of an hour: asking for it takes longer than all the rest.
 */
export function offsetOf(timeZone: string, at: number): number {
  const left = Object.hasOwn(steady, timeZone) ? steady[timeZone] : undefined;
  if (left && at >= left.since) return left.ms;
  const step = at >= since1973 ? quarter : second;
  const since = Math.floor(at / step) * step;
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  const last = known.get(since);
  if (last !== undefined) return last;
  const shown = readClocks(timeZone, since);
  const ms = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second) - since;
  if (known.size >= maxOffsets) known.clear();
  offsets.set(timeZone, known.set(since, ms));
  return ms;
}

/** What the clocks of an IANA zone show at a moment (ms of the epoch). */
export function zonedTime(timeZone: string, at: number): ZonedTime {
  if (!(at >= since1973)) return readClocks(timeZone, at);
  const shown = new Date(at + offsetOf(timeZone, at));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

/** `08:05` */
export const clockOf = ({ hour, minute }: ZonedTime): string =>
  [hour, minute].map((count) => String(count).padStart(2, "0")).join(":");
