import type { Delivery } from "../model/delivery.ts";
import type { Finish, Plan, Send } from "../model/plan.ts";
import type { Standing } from "../model/standing.ts";
import { foldable } from "./fold.ts";
import type { PlanRules } from "./plan-rules.ts";
import { select } from "./select.ts";
import { isRepeatable, type Unfinished, unfinishedClaims } from "./unfinished.ts";

/**
 * Decides for one target: ends what is too old, folds, repeats what may have been lost, then spends reply windows before
 * quota and holds the rest until the next moment that could change it. Pure: it never exceeds what the standing allows.
 */
export function plan(standing: Standing, rules: PlanRules, now: number): Plan {
  const unfinished = unfinishedClaims(standing);
  const repeats = unfinished.filter((each) => isRepeatable(each, standing, now));
  const repeated = new Set(repeats.flatMap((each) => each.deliveries));

  const lost = unfinished.filter((each) => !repeats.includes(each)).flatMap((each) => each.deliveries);
  const assumedSent = new Set(lost.filter(({ route }) => rules.policyOf(route).onUnsure === "assume-sent"));
  const open = standing.deliveries.filter((delivery) => !repeated.has(delivery) && !assumedSent.has(delivery));

  const expiryOf = (delivery: Delivery) => delivery.arrivedAt + rules.policyOf(delivery.route).maxAge;
  const expired = open.filter((delivery) => expiryOf(delivery) <= now);
  const fresh = open.filter((delivery) => expiryOf(delivery) > now);
  const folded = new Set(foldable(fresh));
  const waiting = fresh.filter((delivery) => !folded.has(delivery));

  const { sends, held, next } = select(waiting, standing, rules, now);
  const moments = [...(next === undefined ? [] : [next]), ...held.map(expiryOf)].filter(Number.isFinite);
  return {
    finish: [
      ...[...assumedSent].map((delivery) => finish(delivery, "unsure", "QQ's answer was lost; assumed sent")),
      ...expired.map((delivery) => finish(delivery, "expired", "older than the route's maxAge")),
      ...[...folded].map((delivery) => finish(delivery, "folded", "a newer notice of the same key says it all")),
    ],
    sends: [...repeats.map(repeat), ...sends],
    ...(moments.length > 0 && { next: Math.min(...moments) }),
  };
}

const finish = (delivery: Delivery, state: Finish["state"], note: string): Finish => ({ delivery, state, note });

const repeat = ({ claim, deliveries }: Unfinished): Send => ({ deliveries, by: { kind: "repeat", claim } });
