import type { Delivery } from "../../model/delivery.ts";
import type { Send } from "../../model/plan.ts";
import type { Standing } from "../../model/standing.ts";
import { maxTogether, takeTogether } from "./together.ts";
import { threadOf } from "./fold.ts";
import type { PlanRules } from "./plan-rules.ts";
import { proactiveFrom } from "./quiet-hours.ts";
import { barredUntil, isOnProbation } from "../outcome/barred.ts";
import { isCalendar, repliesOnly, roomOf, rulesOf } from "../quota/quota.ts";
import type { Urgency } from "./urgency.ts";
import { minute } from "../../base/time.ts";

/** A notice that could not go within this time (ms) of its arrival was held, and is told together with the others. */
const heldAfter = minute;

type Pushes = { readonly sends: readonly Send[]; readonly moments: readonly number[] };

/**
 * What goes out proactively: the severest first while there is quota, each route's reserve kept for critical ones. What was
 * held before goes together in one message: a unit of quota is worth more than a bubble of its own.
 */
export function byQuota(
  ready: readonly Delivery[],
  standing: Standing,
  rules: PlanRules,
  urgency: Urgency,
  now: number,
): Pushes {
  const reserveOf = (delivery: Delivery) => (urgency.isCritical(delivery) ? 0 : rules.policyOf(delivery.route).reserve);
  const { moments, hold, isFree } = createHeld();
  const timely = findTimely(ready, rules, urgency, { hold, isFree }, now);
  const room = proactiveRoom(standing, rules, now);
  const isProbe = isOnProbation(standing.state);
  const together = !isProbe && timely.length > 1 && timely.some((delivery) => wasHeld(delivery, now));
  const atMost = maxChosen(isProbe, together);
  const chosen: Delivery[] = [];
  for (const delivery of timely) {
    const need = (together ? 0 : chosen.length) + reserveOf(delivery) + 1;
    if (!isFree(delivery)) continue;
    if (room(need).left < need) hold(delivery, room(need).opensAt);
    else if (chosen.length >= atMost) hold(delivery, now + 1);
    else chosen.push(delivery);
  }

  const calendar = roomOf(
    standing.quota,
    rulesOf(rules.limits, "target").filter(isCalendar),
    rules.quotaZone,
    now,
  ).left;
  const toSend = (deliveries: readonly Delivery[], before: number): Send => {
    const isLast = calendar - before - 1 === Math.max(...deliveries.map(reserveOf));
    return { deliveries, by: { kind: "proactive" }, ...(isLast && { last: true }) };
  };
  if (together && chosen.length > 0) {
    const some = takeTogether(chosen);
    return { sends: [toSend(some, 0)], moments: some.length < chosen.length ? [...moments, now + 1] : moments };
  }
  const isChosen = new Set(chosen);
  const inOrder = ready.filter((delivery) => isChosen.has(delivery));
  return { sends: inOrder.map((each, at) => toSend([each], at)), moments };
}

const wasHeld = ({ arrivedAt }: Delivery, now: number): boolean => now - arrivedAt > heldAfter;

/** One message finds out whether QQ still refuses all; a digest tells so many; else each has a message of its own. */
function maxChosen(isProbe: boolean, together: boolean): number {
  if (isProbe) return 1;
  return together ? maxTogether : Number.POSITIVE_INFINITY;
}

/** What has to wait, and until when; a thread of which something waits goes on waiting, so that its order is kept. */
function createHeld() {
  const moments: number[] = [];
  const threads = new Set<string | undefined>();
  return {
    moments,
    hold: (delivery: Delivery, until: number) => {
      moments.push(until);
      threads.add(threadOf(delivery));
    },
    isFree: (delivery: Delivery) => threadOf(delivery) === undefined || !threads.has(threadOf(delivery)),
  };
}

/** The notices that their routes let go at this time of day and that wait for no retry, the most urgent first; the others are held. */
function findTimely(
  ready: readonly Delivery[],
  { policyOf, timeZone }: PlanRules,
  urgency: Urgency,
  { hold, isFree }: Pick<ReturnType<typeof createHeld>, "hold" | "isFree">,
  now: number,
): readonly Delivery[] {
  const timely: Delivery[] = [];
  for (const delivery of urgency.sort(ready.filter((each) => !each.answers))) {
    const policy = policyOf(delivery.route);
    const allowed = proactiveFrom(policy, urgency.isCritical(delivery), delivery.arrivedAt, timeZone, now);
    const from = Math.max(allowed, delivery.notBefore ?? 0);
    if (from > now) hold(delivery, from);
    else if (isFree(delivery)) timely.push(delivery);
  }
  return timely;
}

/** Proactive messages that may be sent, and when `need` of them may be; never, where only an event helps. */
export function proactiveRoom(
  { quota, state }: Pick<Standing, "quota" | "state">,
  { limits, quotaZone, asksFrom = Number.POSITIVE_INFINITY }: PlanRules,
  now: number,
) {
  const closed = Math.max(state.sharedClosedUntil ?? 0, barredUntil(state));
  if (repliesOnly(limits)) return () => ({ left: 0, opensAt: Number.POSITIVE_INFINITY });
  return (need: number) => {
    const room = roomOf(quota, rulesOf(limits, "target"), quotaZone, now, need);
    return { left: closed > now ? 0 : room.left, opensAt: Math.max(Math.min(room.opensAt, asksFrom), closed) };
  };
}
