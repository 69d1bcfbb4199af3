import { day } from "./time.ts";
import { type LocalTime, zonedTime } from "./zoned-time.ts";

/**
 * The first instant (ms of the epoch) at which a zone's clocks show a time of a day. Where they are put forward over it,
 * the instant at which that happens.
 */
export function instantOf({ year, month, day: date, timeOfDay }: LocalTime, timeZone: string): number {
  const shown = Date.UTC(year, month - 1, date) + timeOfDay;
  const [before, after] = [offset(timeZone, shown - day), offset(timeZone, shown + day)];
  if (before === after) return shown - before;
  const fitting = [before, after].filter((ahead) => offset(timeZone, shown - ahead) === ahead);
  if (fitting.length > 0) return shown - Math.max(...fitting);
  return changeBetween(shown - after, shown - before, timeZone);
}

/** Milliseconds that a zone's clocks are ahead of UTC. */
function offset(timeZone: string, at: number): number {
  const { year, month, day, hour, minute, second } = zonedTime(timeZone, at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}

/** The instant after `from`, at `to` at the latest, at which a zone's clocks are put forward. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const old = offset(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(timeZone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}
