import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { Verdict } from "../policy/outcome/verdict.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import type { Parts } from "./transmit-apart.ts";

const counting: ReadonlySet<string> = new Set(["counted", "in-audit"]);

/**
 * When to look for those that a message only counted, or counts once its audit ends: as the first of them is too old to be
 * told.
 */
export function noteCounted(
  { main }: Parts,
  { settlements }: Verdict,
  { state }: Standing,
  { policyOf }: PlanRules,
): StateChange {
  if (!main || main.transmitted.told.counted.length === 0) return {};
  const told = new Set(main.transmitted.told.counted);
  const counted = new Set(
    settlements.flatMap((each) => (counting.has(each.state) && told.has(each.id) ? [each.id] : [])),
  );
  const ends = main.deliveries
    .filter(({ id }) => counted.has(id))
    .map(({ route, arrivedAt }) => arrivedAt + policyOf(route).maxAge);
  return ends.length === 0 ? {} : { countedUntil: Math.min(state.countedUntil ?? Number.POSITIVE_INFINITY, ...ends) };
}
