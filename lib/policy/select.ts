import type { Delivery } from "../model/delivery.ts";
import { levelRank } from "../model/level.ts";
import type { By, Send } from "../model/plan.ts";
import type { Standing } from "../model/standing.ts";
import type { ReplyWindow } from "../model/window.ts";
import { threadOf } from "./fold.ts";
import type { PlanRules } from "./plan-rules.ts";
import { repliesOnly, roomOf, rulesOf } from "./quota.ts";

/** A window is left alone in its last half minute: the way to QQ takes time, and a refused reply is spent for nothing. */
export const windowMargin = 30_000;

const critical = levelRank("critical");

type Selection = { readonly sends: readonly Send[]; readonly held: readonly Delivery[]; readonly next?: number };

/** Which of the waiting deliveries go out now, by which permit; `waiting` is in order of arrival. */
export function select(waiting: readonly Delivery[], standing: Standing, rules: PlanRules, now: number): Selection {
  const { state } = standing;
  if (state.gone) return { sends: [], held: waiting };
  if (state.mutedUntil !== undefined && state.mutedUntil > now)
    return { sends: [], held: waiting, ...(waiting.length > 0 && { next: state.mutedUntil }) };

  const windows = openWindows(standing.windows, now);
  let replies = windows.reduce((sum, window) => sum + repliesLeft(window), 0);
  const room = proactiveRoom(standing, rules, now);
  const { left } = room(1);
  let proactive = left;

  const urgency = urgencies(waiting);
  const byUrgency = waiting.toSorted((a, b) => (urgency.get(b) ?? 0) - (urgency.get(a) ?? 0));
  const chosen = new Map<Delivery, "kept" | "reply" | "proactive">();
  const heldThreads = new Set<string>();
  const moments: number[] = [];

  for (const delivery of byUrgency) {
    const thread = threadOf(delivery);
    const reserve = (urgency.get(delivery) ?? 0) >= critical ? 0 : rules.policyOf(delivery.route).reserve;
    if (thread !== undefined && heldThreads.has(thread)) continue;
    if ((delivery.notBefore ?? 0) > now) moments.push(delivery.notBefore ?? now);
    else if (keptWindow(delivery, windows)) chosen.set(delivery, "kept");
    else if (replies > 0) {
      replies -= 1;
      chosen.set(delivery, "reply");
    } else if (proactive > reserve) {
      proactive -= 1;
      chosen.set(delivery, "proactive");
    } else moments.push(room(left - proactive + reserve + 1).opensAt);
    if (!chosen.has(delivery) && thread !== undefined) heldThreads.add(thread);
  }

  const slots = windows.flatMap((window) => slotsOf(window, waiting.length));
  const sends = waiting.flatMap((delivery): Send[] => {
    const by = permitOf(chosen.get(delivery), delivery, windows, slots);
    return by ? [{ deliveries: [delivery], by }] : [];
  });
  const held = waiting.filter((delivery) => !chosen.has(delivery));
  const next = Math.min(...moments);
  return { sends, held, ...(Number.isFinite(next) && { next }) };
}

/** Windows that still take a reply, the one that closes soonest first. */
function openWindows(windows: readonly ReplyWindow[], now: number): readonly ReplyWindow[] {
  return windows.filter((window) => window.closesAt - windowMargin > now).toSorted((a, b) => a.closesAt - b.closesAt);
}

const repliesLeft = (window: ReplyWindow): number =>
  window.times === undefined ? Number.POSITIVE_INFINITY : Math.max(0, window.times - window.used);

const slotsOf = (window: ReplyWindow, most: number): By[] =>
  Array.from({ length: Math.min(repliesLeft(window), most) }, () => ({
    kind: "reply",
    anchor: window.anchor,
    times: window.times,
  }));

/** The open window under which a refused send keeps its seq. */
const keptWindow = (delivery: Delivery, windows: readonly ReplyWindow[]): ReplyWindow | undefined =>
  windows.find((window) => window.anchor.id === delivery.permit?.anchor.id);

function permitOf(
  choice: "kept" | "reply" | "proactive" | undefined,
  delivery: Delivery,
  windows: readonly ReplyWindow[],
  slots: By[],
): By | undefined {
  if (choice === "reply") return slots.shift();
  if (choice === "proactive") return { kind: "proactive" };
  const window = choice === "kept" ? keptWindow(delivery, windows) : undefined;
  return window && delivery.permit
    ? { kind: "reply", anchor: window.anchor, times: window.times, seq: delivery.permit.seq }
    : undefined;
}

/** Proactive messages that may be sent, and when `need` of them may be; never, where only an event helps. */
function proactiveRoom(standing: Standing, rules: PlanRules, now: number) {
  const { limits, timeZone } = rules;
  const wideClosed = standing.state.wideClosedUntil ?? 0;
  if (standing.state.proactive === "denied" || repliesOnly(limits))
    return () => ({ left: 0, opensAt: Number.POSITIVE_INFINITY });
  return (need: number) => {
    const room = roomOf(standing.quota, rulesOf(limits, "target"), timeZone, now, need);
    return { left: wideClosed > now ? 0 : room.left, opensAt: Math.max(room.opensAt, wideClosed) };
  };
}

/**
 * How urgent each delivery is: the highest level in its thread from it onwards, so that an older notice is never
 * overtaken by a graver one of the same thread.
 */
function urgencies(waiting: readonly Delivery[]): ReadonlyMap<Delivery, number> {
  const ofThread = new Map<string, number>();
  const urgency = new Map<Delivery, number>();
  for (const delivery of waiting.toReversed()) {
    const thread = threadOf(delivery);
    const rank = Math.max(levelRank(delivery.notice.level), thread === undefined ? 0 : (ofThread.get(thread) ?? 0));
    if (thread !== undefined) ofThread.set(thread, rank);
    urgency.set(delivery, rank);
  }
  return urgency;
}
