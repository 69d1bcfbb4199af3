import { nextTimeOfDay } from "../quota/period.ts";
import type { ResolvedPolicy } from "./plan-rules.ts";

/**
 * From when (ms) a route lets a notice spend a proactive message: its daily digest time after the arrival, and not in its
 * quiet hours; a critical one at once. Infinity = never. Replies are not asked: who speaks is awake.
 */
export function proactiveFrom(
  policy: ResolvedPolicy,
  isCritical: boolean,
  arrivedAt: number,
  timeZone: string,
  now: number,
): number {
  if (policy.proactive === "never") return Number.POSITIVE_INFINITY;
  if (isCritical) return now;
  if (policy.proactive === "critical") return Number.POSITIVE_INFINITY;
  const digest = policy.digestAt === undefined ? now : nextTimeOfDay(policy.digestAt, timeZone, arrivedAt);
  return quietUntil(policy.quiet, timeZone, Math.max(now, digest));
}

/** The end (ms) of the quiet hours that `at` lies in, else `at`. */
function quietUntil(quiet: ResolvedPolicy["quiet"], timeZone: string, at: number): number {
  if (quiet === undefined) return at;
  const end = nextTimeOfDay(quiet.to, timeZone, at);
  return end < nextTimeOfDay(quiet.from, timeZone, at) ? end : at;
}
