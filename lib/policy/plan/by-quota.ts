import type { Delivery } from "../../model/delivery.ts";
import type { Send } from "../../model/plan.ts";
import type { Standing } from "../../model/standing.ts";
import { maxTogether, takeTogether } from "./together.ts";
import { freeOf } from "./pace.ts";
import type { PlanRules } from "./plan-rules.ts";
import { createPushTimes } from "./push-times.ts";
import { isRare, isUntold, scarceRules } from "./spread.ts";
import { createHolding, findTimely, type Holding, type Timely } from "./timely.ts";
import { barredUntil, isOnProbation } from "../outcome/barred.ts";
import { allowanceOf, isCalendar, repliesOnly, roomOf, rulesOf } from "../quota/quota.ts";
import type { Urgency } from "./urgency.ts";
import { minute } from "../../base/time.ts";

/** A notice that could not go within this time (ms) of its arrival was held, and is told together with the others. */
const heldAfter = minute;

type Pushes = { readonly sends: readonly Send[]; readonly moments: readonly number[] };

/**
 * What goes out proactively: the severest first while there is quota, each route's reserve kept for critical ones. What was
 * held before goes together in one message, and so does what only the pace of pushes holds where anything goes: a unit of quota
 * is worth more than a bubble of its own.
 */
export function byQuota(
  ready: readonly Delivery[],
  standing: Standing,
  rules: PlanRules,
  urgency: Urgency,
  now: number,
): Pushes {
  const reserveOf = (delivery: Delivery) => (urgency.isCritical(delivery) ? 0 : rules.policyOf(delivery.route).reserve);
  const moments: number[] = [];
  const times = createPushTimes(standing, rules, now);
  const timely = findTimely(ready, times, urgency, createHolding(moments), now);
  const room = proactiveRoom(standing, rules, now);
  const isProbe = isOnProbation(standing.state);
  const isGoing = ({ delivery, from }: Timely) =>
    from <= now && room(1, urgency.isCritical(delivery)).left > reserveOf(delivery);
  const together = !isProbe && timely.some(isGoing) && goTogether(timely, reserveOf, standing, rules, now);
  const atMost = maxChosen(isProbe, together);
  const { chosen, leaves } = choose(
    timely,
    { atMost, together, reserveOf, room, isCritical: urgency.isCritical },
    createHolding(moments),
    now,
  );
  const notesOf = createNotes(standing, rules, timely, now);
  const toSend = (deliveries: readonly Delivery[], before: number): Send => ({
    deliveries,
    by: { kind: "proactive" },
    ...notesOf(Math.max(...deliveries.map(reserveOf)), before),
    ...(leaves && together && { leaves }),
  });
  if (together && chosen.length > 0) {
    const some = takeTogether(chosen);
    return { sends: [toSend(some, 0)], moments: some.length < chosen.length ? [...moments, now + 1] : moments };
  }
  const isChosen = new Set(chosen);
  const inOrder = ready.filter((delivery) => isChosen.has(delivery));
  return { sends: inOrder.map((each, at) => toSend([each], at)), moments };
}

const wasHeld = ({ arrivedAt }: Delivery, now: number): boolean => now - arrivedAt > heldAfter;

const isPaced = ({ delivery: { route } }: Timely, { policyOf }: PlanRules): boolean =>
  policyOf(route).proactive === "auto";

/** Whether what may go goes in one message: some of it waited, or as many pushes in a row are more than the pace lets go. */
function goTogether(
  timely: readonly Timely[],
  reserveOf: Choice["reserveOf"],
  standing: Standing,
  rules: PlanRules,
  now: number,
): boolean {
  if (timely.length <= 1) return false;
  if (timely.some(({ delivery, from }) => from > now || wasHeld(delivery, now))) return true;
  const reserve = Math.max(...timely.map(({ delivery }) => reserveOf(delivery)));
  return timely.some((each) => isPaced(each, rules)) && timely.length > singlePushes(standing, reserve, rules, now);
}

/** How many pushes in a row may each tell one notice: as many as the scarce rules let go freely, and one where they are rare. */
function singlePushes({ quota }: Standing, reserve: number, { limits, quotaZone }: PlanRules, now: number): number {
  if (isRare(limits)) return 1;
  const counts = scarceRules(limits).map((rule) => {
    const allowance = allowanceOf(quota, rule, quotaZone, now);
    return Math.min(freeOf(allowance, now), allowance.left - reserve);
  });
  return Math.min(Number.POSITIVE_INFINITY, ...counts);
}

/** One message finds out whether QQ still refuses all; a digest tells so many; else each has a message of its own. */
function maxChosen(isProbe: boolean, together: boolean): number {
  if (isProbe) return 1;
  return together ? maxTogether : Number.POSITIVE_INFINITY;
}

type Choice = {
  readonly atMost: number;
  readonly together: boolean;
  readonly reserveOf: (delivery: Delivery) => number;
  readonly isCritical: Urgency["isCritical"];
  readonly room: ReturnType<typeof proactiveRoom>;
};

/** Those that there is room for; the others are held. `leaves`: there would have been, but one message tells no more. */
function choose(
  timely: readonly Timely[],
  { atMost, together, reserveOf, isCritical, room }: Choice,
  { hold, isFree }: Holding,
  now: number,
): { readonly chosen: readonly Delivery[]; readonly leaves: boolean } {
  const chosen: Delivery[] = [];
  let leaves = false;
  for (const { delivery, from } of timely) {
    if (!isFree(delivery)) continue;
    const need = (together ? 0 : chosen.length) + reserveOf(delivery) + 1;
    const { left, opensAt } = room(need, isCritical(delivery));
    if (from > now && !together) hold(delivery, from);
    else if (left < need) hold(delivery, opensAt);
    else if (chosen.length < atMost) chosen.push(delivery);
    else {
      leaves = true;
      hold(delivery, now + 1);
    }
  }
  return { chosen, leaves };
}

/** What a push has to say of the pushes themselves, where so many of them are kept and so many go `before` it. */
function createNotes({ quota }: Standing, rules: PlanRules, timely: readonly Timely[], now: number) {
  const { limits, quotaZone } = rules;
  const { left } = roomOf(quota, rulesOf(limits, "target").filter(isCalendar), quotaZone, now);
  const isFirst = isRare(limits) && isUntold(quota) && timely.some((each) => isPaced(each, rules));
  return (kept: number, before: number): Pick<Send, "first" | "last"> => ({
    ...(left - before - 1 === kept && { last: true }),
    ...(isFirst && before === 0 && { first: true }),
  });
}

/**
 * Proactive messages that may be sent, and when `need` of them may be; never, where only an event helps. Of what targets share
 * some may be left for what is critical only.
 */
export function proactiveRoom(
  { quota, state }: Pick<Standing, "quota" | "state">,
  { limits, quotaZone, asksFrom = Number.POSITIVE_INFINITY }: PlanRules,
  now: number,
) {
  const closed = Math.max(state.sharedClosedUntil ?? 0, barredUntil(state));
  if (repliesOnly(limits)) return () => ({ left: 0, opensAt: Number.POSITIVE_INFINITY });
  return (need: number, isCritical = true) => {
    const shut = Math.max(closed, isCritical ? 0 : (state.sharedKeptUntil ?? 0));
    const room = roomOf(quota, rulesOf(limits, "target"), quotaZone, now, need);
    return { left: shut > now ? 0 : room.left, opensAt: Math.max(Math.min(room.opensAt, asksFrom), shut) };
  };
}
