import { minute, second } from "../../base/time.ts";
import type { SceneLimits } from "../../model/limits.ts";
import type { ReplyWindow } from "../../model/window.ts";
import { pacedFrom } from "./pace.ts";

/** A window is left alone in its last half minute: the way to QQ takes time, and a refused reply is spent for nothing. */
export const windowMargin = 30 * second;

/** What waits for a window's last reply may have it so long (ms) before the margin: the sweep looks once a minute, and takes its time. */
const lastLook = minute + 30 * second;

/**
 * Windows that are still open, the one that closes soonest first. One that opened before QQ showed that it allows fewer replies
 * has no more than those.
 */
export const openWindows = (
  windows: readonly ReplyWindow[],
  { reply }: Pick<SceneLimits, "reply">,
  now: number,
): readonly ReplyWindow[] =>
  windows
    .filter((window) => window.closesAt - windowMargin > now)
    .map((window) => withFewest(window, reply.times))
    .toSorted((a, b) => a.closesAt - b.closesAt);

const withFewest = (window: ReplyWindow, times: number | null): ReplyWindow =>
  window.times === undefined || times === null || window.times <= times ? window : { ...window, times };

/** Replies that a window allows still; Infinity where QQ counts none. */
export const repliesLeft = ({ times, used }: Pick<ReplyWindow, "times" | "used">): number =>
  times === undefined ? Number.POSITIVE_INFINITY : Math.max(0, times - used);

/**
 * When (ms) a notice that is not critical may have a reply of a window of which so many are `left`: a few notices in as many
 * seconds leave some for the rest of its hour, and the last one is kept for what is critical as long as the sweep will be in
 * time for what waits. Infinity = none is left.
 */
export function replyFrom({ openedAt, closesAt, times }: ReplyWindow, left: number): number {
  const ends = closesAt - windowMargin;
  if (times === undefined) return openedAt;
  const paced = pacedFrom({ max: times, left, begins: openedAt, ends: Math.max(openedAt, ends) });
  return Number.isFinite(paced) ? Math.min(paced, Math.max(openedAt, ends - lastLook)) : paced;
}

/** How many notices in a row a window lets go at `now`, of so many replies that are left. */
export function freeReplies(window: ReplyWindow, left: number, now: number): number {
  if (window.times === undefined) return Number.POSITIVE_INFINITY;
  let free = 0;
  while (replyFrom(window, left - free) <= now) free += 1;
  return free;
}
