import type { Delivery } from "../model/delivery.ts";
import type { Held } from "../model/held.ts";
import type { Target } from "../model/target.ts";
import { heldBy } from "../policy/plan/held.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import { rulesAt } from "../policy/quota/rules-at.ts";
import type { LimitsReader } from "./limits-reader.ts";
import type { Breakers, Deliveries, Standings } from "../ports.ts";

export type ListedDelivery = Delivery & { readonly held?: Held };

type ListHeldPorts = {
  readonly store: Deliveries & Standings & Breakers;
  readonly rules: PlanRules;
  readonly limits: Pick<LimitsReader, "inForce">;
};

/**
 * The delivery log of a target, newest first, with what holds each that has not gone out. That is worked out from the target's
 * own item when somebody asks, since it changes for all of them at once: a message pays no write for it.
 */
export async function listHeld(
  target: Target,
  limit: number,
  now: number,
  { store, rules, limits }: ListHeldPorts,
): Promise<readonly ListedDelivery[]> {
  const [deliveries, standing, breaker, inForce] = await Promise.all([
    store.listDeliveries(target, limit),
    store.load(target, now),
    store.readBreaker(),
    limits.inForce(target, now),
  ]);
  const rulesNow = { ...rules, ...rulesAt(inForce, standing.quota, now) };
  const heldOf = heldBy(standing, breaker, rulesNow, now);
  return deliveries.map((delivery) => {
    const held = heldOf(delivery);
    return held ? { ...delivery, held } : delivery;
  });
}
