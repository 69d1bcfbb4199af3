import { day, second } from "../../base/time.ts";

/** RFC 3339 as messages carry it, and Go's own text as old events did: `2021-05-20 15:14:58.123 +0800 CST`. */
const written = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?) ?(?:Z|([+-]\d\d):?(\d\d))/i;

/**
 * When an event happened, ms of the epoch: a text with its offset, or seconds or milliseconds, as number or digits. What
 * is none of these, lies ahead of the receipt or more than a day behind it, is taken to have happened at the receipt.
 */
export function readTime(value: unknown, receivedAt: number): number {
  const at = parse(value);
  return at <= receivedAt && at >= receivedAt - day ? Math.trunc(at) : receivedAt;
}

function parse(value: unknown): number {
  if (typeof value === "number") return value < 1e11 ? value * second : value;
  if (typeof value !== "string") return Number.NaN;
  if (/^\d{1,16}$/.test(value)) return parse(Number(value));
  const [, date, time, hours = "+00", minutes = "00"] = written.exec(value) ?? [];
  return Date.parse(`${date}T${time}${hours}:${minutes}`);
}
