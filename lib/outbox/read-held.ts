import type { Delivery } from "../model/delivery.ts";
import type { Held } from "../model/held.ts";
import type { InForce } from "../model/in-force.ts";
import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import { heldBy } from "../policy/plan/held.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import { rulesAt } from "../policy/quota/rules-at.ts";
import type { Breakers, Standings } from "../ports.ts";
import type { LimitsReader } from "./limits-reader.ts";

export type HeldPorts = {
  readonly store: Pick<Standings, "load"> & Pick<Breakers, "readBreaker">;
  readonly rules: PlanRules;
  readonly limits: Pick<LimitsReader, "inForce">;
};

/** A target as it is now, and what holds any of its deliveries. */
export type HeldNow = {
  readonly standing: Standing;
  readonly inForce: InForce;
  readonly heldOf: (delivery: Delivery) => Held | undefined;
};

/**
 * What holds a target's deliveries at `now` (ms). It is worked out from the target's own item when somebody asks, since it
 * changes for all of them at once: a message pays no write for it.
 */
export async function readHeld(target: Target, now: number, { store, rules, limits }: HeldPorts): Promise<HeldNow> {
  const [standing, breaker, inForce] = await Promise.all([
    store.load(target, now),
    store.readBreaker(),
    limits.inForce(target, now),
  ]);
  const rulesNow = { ...rules, ...rulesAt(inForce, standing.quota, now) };
  return { standing, inForce, heldOf: heldBy(standing, breaker, rulesNow, now) };
}

/** What holds one delivery at `now` (ms); one that is finished costs no read. */
export const heldNow = async (delivery: Delivery, now: number, ports: HeldPorts): Promise<Held | undefined> =>
  delivery.state === "pending" || delivery.state === "in-audit"
    ? (await readHeld(delivery.target, now, ports)).heldOf(delivery)
    : undefined;
