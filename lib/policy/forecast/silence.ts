import { day } from "../../base/time.ts";
import type { Breaker } from "../../model/breaker.ts";
import type { Delivery } from "../../model/delivery.ts";
import { type Silence, warning } from "../../model/silence.ts";
import type { Standing, TargetState } from "../../model/standing.ts";
import { heldBy } from "../plan/held.ts";
import { mutedUntil } from "../plan/muted.ts";
import type { PlanRules } from "../plan/plan-rules.ts";
import { weigh } from "../plan/urgency.ts";

/** What waits for less (ms) is no silence yet: quiet hours and daily digests end before. */
const patience = day;

/** How much is pending for a target in all, and when (ms) the oldest of it arrived. */
type Waiting = { readonly pending: number; readonly oldest: number };

/**
 * Whether a target may be silent, as far as its own item shows: not by a mute of all, which people wish for, nor within a day of
 * its end.
 */
export const maybeSilent = (
  { oldest }: Pick<Waiting, "oldest">,
  { toldAt = Number.NEGATIVE_INFINITY, mutedUntil: muted = 0 }: TargetState,
  now: number,
): boolean => Math.max(oldest, toldAt, muted) <= now - patience;

/** Whether people hold back some of what waits, or did until lately: then only a look at it tells whether the rest is silent. */
export const isHushed = ({ hushedUntil = 0, mutes = {} }: TargetState, now: number): boolean =>
  Math.max(hushedUntil, ...Object.values(mutes)) > now - patience;

/** Whether the operator was warned of it since something was told there last. */
export const isWarned = ({ warnedAt, toldAt = Number.NEGATIVE_INFINITY }: TargetState): boolean =>
  warnedAt !== undefined && warnedAt >= toldAt;

const isWarning = ({ notice }: Delivery): boolean => notice.source === warning.source;

/**
 * What a silent target waits for, but for what people muted; undefined where that is all, or the rest is young. What nothing
 * holds is just going out, unless it has been for a day longer.
 */
export function silenceOf(
  standing: Standing,
  { pending, oldest }: Waiting,
  breaker: Breaker,
  rules: PlanRules,
  now: number,
): Silence | undefined {
  const { target, deliveries, state, isPart } = standing;
  const { isCritical, sort } = weigh(deliveries);
  const stuck = deliveries.filter(
    (delivery) => delivery.answers === undefined && mutedUntil(delivery, isCritical(delivery), state) <= now - patience,
  );
  const urgent = sort(stuck);
  const [first] = urgent;
  if (!first) return undefined;
  const since = isPart ? oldest : Math.min(...stuck.map(({ arrivedAt }) => arrivedAt));
  const held = heldBy(standing, breaker, rules, now)(first);
  if (now - since < (held ? patience : 2 * patience)) return undefined;
  const unseen = isPart ? Math.max(0, pending - deliveries.length) : 0;
  return {
    target,
    routes: [...new Set(urgent.map(({ route }) => route))],
    notices: stuck.length + unseen,
    since,
    ...(held && { held }),
    ...(unseen === 0 && stuck.every(isWarning) && { isOwn: true }),
  };
}
