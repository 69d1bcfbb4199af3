import type { Standing } from "../../model/standing.ts";
import type { Target } from "../../model/target.ts";
import { wakeupFrom } from "../quota/wakeup.ts";
import type { PlanRules } from "./plan-rules.ts";
import { proactiveRoom } from "./by-quota.ts";
import { spreadFrom } from "./spread.ts";

/** What a target's own item tells of it. */
type Known = Pick<Standing, "state" | "quota"> & { readonly windowsUntil: number; readonly tookOver?: true };

/** Whether a moment that was set has come, a window may be open, or a send may be unfinished. */
const isUnclear = ({ state, quota, windowsUntil, tookOver }: Known, now: number): boolean =>
  tookOver === true ||
  (state.dueAt !== undefined && state.dueAt <= now) ||
  windowsUntil > now ||
  quota.claim !== undefined;

/**
 * Until when (ms) nothing can go to a target, whatever is pending, as far as its own item shows: then nothing need be
 * loaded, and one more webhook costs the same whatever is held. Undefined where something might go. Infinity = only an event
 * helps.
 */
export function idleUntil(known: Known, rules: PlanRules, now: number): number | undefined {
  if (isUnclear(known, now)) return undefined;
  const { left, opensAt } = proactiveRoom(known, rules, now)(1);
  const opens = left < 1 ? Math.min(opensAt, wakeupFrom(known, rules, now)) : now;
  const until = Math.max(opens, known.state.mutedUntil ?? 0);
  return until > now ? until : undefined;
}

/** The same, where nothing critical is pending: until when (ms) the pace of pushes holds all the rest. */
export function spreadUntil(target: Target, known: Known, rules: PlanRules, now: number): number | undefined {
  if (!rules.keepsPace?.(target) || isUnclear(known, now)) return undefined;
  const from = Math.min(spreadFrom("formula", known, rules, now), wakeupFrom(known, rules, now));
  return from > now ? from : undefined;
}
