import type { Delivery } from "../model/delivery.ts";
import type { Held } from "../model/held.ts";
import type { Target } from "../model/target.ts";
import { heldBy } from "../policy/plan/held.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import type { Breakers, Deliveries, Standings } from "../ports.ts";

export type ListedDelivery = Delivery & { readonly held?: Held };

/**
 * The delivery log of a target, newest first, with what holds each that has not gone out. That is worked out from the target's
 * own item when somebody asks, since it changes for all of them at once: a message pays no write for it.
 */
export async function listHeld(
  target: Target,
  limit: number,
  now: number,
  { store, rules }: { readonly store: Deliveries & Standings & Breakers; readonly rules: PlanRules },
): Promise<readonly ListedDelivery[]> {
  const [deliveries, standing, breaker] = await Promise.all([
    store.listDeliveries(target, limit),
    store.load(target, now),
    store.readBreaker(),
  ]);
  const heldOf = heldBy(standing, breaker, rules, now);
  return deliveries.map((delivery) => {
    const held = heldOf(delivery);
    return held ? { ...delivery, held } : delivery;
  });
}
