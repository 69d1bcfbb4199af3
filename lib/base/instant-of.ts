import { day } from "./time.ts";
import { offsetOf, type ZonedTime } from "./zoned-time.ts";

/** A time on a zone's calendar and clocks; days and months may run over. */
export type LocalTime = Pick<ZonedTime, "year" | "month" | "day"> & {
  /** Milliseconds after midnight, as clocks show them. */
  readonly timeOfDay: number;
};

/**
 * The first instant (ms of the epoch) at which a zone's clocks show a time of a day. Where they are put forward over it,
 * the instant at which that happens.
 */
export function instantOf({ year, month, day: date, timeOfDay }: LocalTime, timeZone: string): number {
  const shown = Date.UTC(year, month - 1, date) + timeOfDay;
  const [before, after] = [offsetOf(timeZone, shown - day), offsetOf(timeZone, shown + day)];
  if (before === after) return shown - before;
  const fitting = [before, after].filter((ahead) => offsetOf(timeZone, shown - ahead) === ahead);
  if (fitting.length > 0) return shown - Math.max(...fitting);
  return changeBetween(shown - after, shown - before, timeZone);
}

/** The instant after `from`, at `to` at the latest, at which a zone's clocks are put forward. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const old = offsetOf(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(timeZone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}
