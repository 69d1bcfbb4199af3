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

/** What the clocks of an IANA zone show at a moment (ms of the epoch). */
export function zonedTime(timeZone: string, at: number): ZonedTime {
  const parts = formatOf(timeZone).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)])) as ZonedTime;
}

/** A time on a zone's calendar and clocks; days and months may run over. */
export type LocalTime = Pick<ZonedTime, "year" | "month" | "day"> & {
  /** Milliseconds after midnight, as clocks show them. */
  readonly timeOfDay: number;
};

/** `08:05` */
export const clockOf = ({ hour, minute }: ZonedTime): string =>
  [hour, minute].map((count) => String(count).padStart(2, "0")).join(":");
