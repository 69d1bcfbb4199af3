import type { Delivery } from "../../model/delivery.ts";
import type { Standing } from "../../model/standing.ts";
import type { PlanRules, ResolvedPolicy } from "./plan-rules.ts";
import { proactiveFrom } from "./quiet-hours.ts";
import { afterDigest, type Spreading, spreadFrom } from "./spread.ts";

/**
 * From when (ms) a notice may be pushed: `own` as its route's times say, `from` as the pace of its conversation does too. What
 * only the pace holds may go earlier together with what goes anyway.
 */
export type PushTime = { readonly own: number; readonly from: number };

/** Quiet hours and pace that find no common moment in so many steps have none: then the pace gives way. */
const maxSteps = 8;

const spreadingOf = ({ proactive, digestAt }: ResolvedPolicy): Spreading => {
  if (proactive !== "auto") return "at-once";
  return digestAt === undefined ? "formula" : "own-time";
};

/** Whether a push that was to tell it went wrong: what the pace let go once it does not hold again. */
const wasLetGo = ({ attempts, notBefore, permit }: Delivery): boolean =>
  attempts > 0 && notBefore !== undefined && permit === undefined;

/** When each delivery of a target may be pushed, quota and retries apart. What is critical waits for nothing but its route. */
export function createPushTimes(
  { quota, state }: Pick<Standing, "quota" | "state">,
  rules: PlanRules,
  now: number,
): (delivery: Delivery, isCritical: boolean) => PushTime {
  const known = new Map<string, number>();
  const spread = (spreading: Spreading, at: number): number => {
    const name = `${spreading} ${at}`;
    const from = known.get(name) ?? spreadFrom(spreading, { quota, state }, rules, at);
    known.set(name, from);
    return from;
  };
  const unfinished = new Set(quota.claim && !quota.claim.ended ? quota.claim.deliveries : []);
  return (delivery, isCritical) => {
    const { route, arrivedAt } = delivery;
    const policy = rules.policyOf(route);
    const allowed = (at: number) => proactiveFrom(policy, isCritical, arrivedAt, rules.timeZone, at);
    const own = allowed(now);
    if (isCritical || wasLetGo(delivery) || unfinished.has(delivery.id) || !Number.isFinite(own))
      return { own, from: own };
    const rested = Math.max(now, afterDigest(state, arrivedAt, rules.limits));
    let at = rested;
    for (let steps = 1; steps <= maxSteps; steps += 1) {
      const next = spread(spreadingOf(policy), allowed(at));
      if (next === at) return { own, from: at };
      at = next;
    }
    return { own, from: allowed(rested) };
  };
}
