import type { Delivery } from "../../lib/model/delivery.ts";
import type { Held } from "../../lib/model/held.ts";
import type { InForce } from "../../lib/model/in-force.ts";
import type { Standing } from "../../lib/model/standing.ts";
import type { Target } from "../../lib/model/target.ts";
import { heldBy } from "../../lib/policy/plan/held.ts";
import { rulesAt } from "../../lib/policy/quota/rules-at.ts";
import type { OperatePorts } from "./operate-ports.ts";

export type Look = {
  readonly standing: Standing;
  readonly inForce: InForce;
  /** Why one of the target's deliveries waits; undefined for one that does not. */
  readonly heldOf: (delivery: Delivery) => Held | undefined;
};

/** How a conversation stands, by the rules that its deliverer goes by: the same cost whatever is kept or held there. */
export async function lookAt(
  target: Target,
  { store, limits, rules, now }: Pick<OperatePorts, "store" | "limits" | "rules" | "now">,
): Promise<Look> {
  const at = now();
  const [standing, breaker, inForce] = await Promise.all([
    store.load(target, at),
    store.readBreaker(),
    limits.inForce(target, at),
  ]);
  const rulesNow = { ...rules[target.scene], ...rulesAt(inForce, standing.quota, at) };
  return { standing, inForce, heldOf: heldBy(standing, breaker, rulesNow, at) };
}
