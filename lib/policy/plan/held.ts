import { auditOverAt } from "../../model/audit.ts";
import type { Breaker } from "../../model/breaker.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { Held, HeldReason } from "../../model/held.ts";
import type { Standing } from "../../model/standing.ts";
import { repliesOnly, roomOf, rulesOf } from "../quota/quota.ts";
import { wakeupFrom } from "../quota/wakeup.ts";
import { asHeld } from "./as-held.ts";
import { threadOf } from "./fold.ts";
import type { PlanRules } from "./plan-rules.ts";
import { nextTimeOfDay } from "../quota/period.ts";
import { createPushTimes, type PushTime } from "./push-times.ts";
import { mutedUntil } from "./muted.ts";
import { waitOf } from "./ready.ts";
import { openWindows, repliesLeft, replyFrom } from "./reply-pace.ts";
import { scarceRules } from "./spread.ts";
import { weigh } from "./urgency.ts";

/** What stands in a delivery's way, until when (ms): Infinity = until an event, a time that has come = nothing. */
type Barrier = readonly [reason: HeldReason, until: number];

/** What holds the deliveries of one target at `now`, as far as the plan sees it; undefined for one that may go, or is finished. */
export function heldBy(
  standing: Standing,
  { openUntil }: Pick<Breaker, "openUntil">,
  rules: PlanRules,
  now: number,
): (delivery: Delivery) => Held | undefined {
  const { deliveries } = standing;
  const state = asHeld(standing.target, standing.state);
  const windows = openWindows(standing.windows, rules.limits, now);
  const newest = Math.max(0, ...windows.map(({ openedAt }) => openedAt));
  const hasReply = ({ answers, permit }: Delivery) =>
    answers !== undefined || windows.some(({ anchor }) => anchor.id === permit?.anchor.id);
  const nextReply = Math.min(
    Number.POSITIVE_INFINITY,
    ...windows.map((window) => replyFrom(window, repliesLeft(window))),
  );
  const isSpared = scarceRules(rules.limits).length > 0;
  const { isCritical } = weigh(deliveries);
  const room = ownRoom(standing, rules, now);
  const pushTimes = createPushTimes(standing, rules, now);

  const always = (delivery: Delivery): readonly Barrier[] => [
    ["gone", state.gone ? Number.POSITIVE_INFINITY : 0],
    ["mute", mutedUntil(delivery, isCritical(delivery), state)],
    ["breaker", openUntil],
  ];
  const wakeup = wakeupFrom(standing, rules, now);
  const ofCounters = (delivery: Delivery): readonly Barrier[] => {
    if (Number.isFinite(wakeup)) return [["quota", wakeup]];
    const kept = isCritical(delivery) ? 0 : (state.sharedKeptUntil ?? 0);
    const reserve = isCritical(delivery) ? 0 : rules.policyOf(delivery.route).reserve;
    return [["shared-quota", Math.max(state.sharedClosedUntil ?? 0, kept)], ...room(reserve)];
  };
  // What only the pace of pushes holds may go by a wake-up message.
  const timeOf = (delivery: Delivery): PushTime => {
    const { own, from } = pushTimes(delivery, isCritical(delivery));
    return { own, from: Number.isFinite(wakeup) ? own : from };
  };
  const ofPushes = (delivery: Delivery): readonly Barrier[] => [
    ["gone", state.goneUntil ?? 0],
    ["denied", state.proactive === "denied" ? Number.POSITIVE_INFINITY : (state.deniedUntil ?? 0)],
    ...ofCounters(delivery),
    ...timesOf(delivery, timeOf(delivery), rules),
    ["retry", delivery.notBefore ?? 0],
  ];
  const ofReplies = (delivery: Delivery): readonly Barrier[] => [
    ["spread", hasReply(delivery) || isCritical(delivery) ? 0 : nextReply],
    ["retry", waitOf(delivery, newest)],
  ];
  // One that may have a reply waits for that, where pushes have to be spared or are used up; else for what comes first.
  const ofPermits = (delivery: Delivery): readonly Barrier[] => {
    if (!hasReply(delivery) && !Number.isFinite(nextReply)) return ofPushes(delivery);
    const [reply, push] = [longest(ofReplies(delivery)), longest(ofPushes(delivery))];
    return [isSpared || Number.isFinite(wakeup) || hasReply(delivery) || reply[1] <= push[1] ? reply : push];
  };
  const barriersOf = (delivery: Delivery): readonly Barrier[] => [...always(delivery), ...ofPermits(delivery)];

  const tried = ({ attempts }: Delivery) => (attempts > 0 ? heldUntil(["retry", state.dueAt ?? 0], now) : undefined);
  const threads = Map.groupBy(deliveries, threadOf);
  const older = (delivery: Delivery): readonly Delivery[] => {
    const thread = threadOf(delivery);
    const all = thread === undefined ? [] : (threads.get(thread) ?? []);
    const at = all.findIndex(({ id }) => id === delivery.id);
    return at < 0 ? all.filter(({ arrivedAt }) => arrivedAt < delivery.arrivedAt) : all.slice(0, at);
  };
  return (delivery) => {
    if (delivery.state === "in-audit") return { reason: "audit", until: auditOverAt(delivery) };
    if (delivery.state !== "pending") return undefined;
    const barriers = [delivery, ...older(delivery)].flatMap(barriersOf);
    return heldUntil(longest(barriers), now) ?? tried(delivery);
  };
}

/** The one that ends last: when it does, nothing else is in the way. */
const longest = (barriers: readonly Barrier[]): Barrier =>
  barriers.reduce((a, b) => (b[1] > a[1] ? b : a), ["retry", 0]);

function heldUntil([reason, until]: Barrier, now: number): Held | undefined {
  if (until <= now) return undefined;
  return Number.isFinite(until) ? { reason, until } : { reason };
}

/** What the target's own counters leave to one that keeps so many for others. */
function ownRoom(
  { quota }: Standing,
  { limits, quotaZone, asksFrom = Number.POSITIVE_INFINITY }: PlanRules,
  now: number,
) {
  if (repliesOnly(limits)) return (): readonly Barrier[] => [["quota", Number.POSITIVE_INFINITY]];
  const rules = rulesOf(limits, "target");
  return (reserve: number): readonly Barrier[] => {
    const { left, opensAt } = roomOf(quota, rules, quotaZone, now, reserve + 1);
    if (left > reserve) return [];
    return left > 0 ? [["reserve", opensAt]] : [["quota", Math.min(opensAt, asksFrom)]];
  };
}

/** When the delivery's route, and the pace of its conversation, let it be pushed. */
function timesOf(
  { route, arrivedAt }: Delivery,
  { own, from }: PushTime,
  { policyOf, timeZone }: PlanRules,
): readonly Barrier[] {
  const { digestAt } = policyOf(route);
  const isDigest = digestAt !== undefined && own === nextTimeOfDay(digestAt, timeZone, arrivedAt);
  return [
    [isDigest ? "digest-time" : "quiet", own],
    ["spread", from],
  ];
}
