import type { Delivery } from "../../model/delivery.ts";
import type { Send } from "../../model/plan.ts";
import type { Standing } from "../../model/standing.ts";
import { wakeupFrom } from "../quota/wakeup.ts";
import type { PlanRules } from "./plan-rules.ts";
import { createPushTimes } from "./push-times.ts";
import { createHolding, findTimely } from "./timely.ts";
import { takeTogether } from "./together.ts";
import type { Urgency } from "./urgency.ts";

/** One message that tells all that a push might tell now, where pushes are used up and the user's chat allows a wake-up message. */
export function byWakeup(
  ready: readonly Delivery[],
  standing: Standing,
  rules: PlanRules,
  urgency: Urgency,
  now: number,
): { readonly sends: readonly Send[]; readonly moments: readonly number[] } {
  const from = wakeupFrom(standing, rules, now);
  if (!Number.isFinite(from)) return { sends: [], moments: [] };
  const timely = findTimely(ready, createPushTimes(standing, rules, now), urgency, createHolding([]), now);
  if (timely.length === 0 || from > now) return { sends: [], moments: timely.length > 0 ? [from] : [] };
  const deliveries = takeTogether(timely.map(({ delivery }) => delivery));
  return { sends: [{ deliveries, by: { kind: "proactive", wakeup: true } }], moments: [] };
}
