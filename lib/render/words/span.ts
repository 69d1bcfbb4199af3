import type { Notice } from "../../model/notice.ts";
import type { Span } from "./words.ts";
import { day, hour, minute } from "../../base/time.ts";

/** Nothing waits for longer than QQ's longest period: beyond it a sender's clock is wrong. */
const maxSpan = 31 * day;

/** The time in which notices happened, rounded up, so that "within" is true; undefined where they do not tell. */
export function spanOf(notices: readonly Notice[]): Span | undefined {
  const times = notices.map(({ at }) => Date.parse(at)).filter((time) => !Number.isNaN(time));
  if (times.length < 2) return undefined;
  const ms = times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
  if (ms > maxSpan) return undefined;
  if (ms <= 59 * minute) return { count: Math.max(1, Math.ceil(ms / minute)), unit: "minute" };
  if (ms <= 47 * hour) return { count: Math.ceil(ms / hour), unit: "hour" };
  return { count: Math.ceil(ms / day), unit: "day" };
}
