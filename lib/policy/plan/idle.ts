import type { Standing } from "../../model/standing.ts";
import type { PlanRules } from "./plan-rules.ts";
import { proactiveRoom } from "./by-quota.ts";

/** What a target's own item tells of it. */
type Known = Pick<Standing, "state" | "quota"> & { readonly windowsUntil: number; readonly tookOver?: true };

/**
 * Until when (ms) nothing can go to a target, whatever is pending, as far as its own item shows: then nothing need be
 * loaded, and one more webhook costs the same whatever is held. Undefined where something might go, a moment that was set
 * has come, or a send may be unfinished. Infinity = only an event helps.
 */
export function idleUntil(
  { state, quota, windowsUntil, tookOver }: Known,
  rules: PlanRules,
  now: number,
): number | undefined {
  const isDue = state.dueAt !== undefined && state.dueAt <= now;
  if (tookOver || isDue || windowsUntil > now || quota.claim) return undefined;
  const { left, opensAt } = proactiveRoom({ quota, state }, rules, now)(1);
  const opens = left < 1 ? opensAt : now;
  const until = Math.max(opens, state.mutedUntil ?? 0);
  return until > now ? until : undefined;
}
