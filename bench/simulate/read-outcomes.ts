import type { Delivery, DeliveryState } from "../../lib/model/delivery.ts";
import { threadOf } from "../../lib/policy/plan/fold.ts";
import type { End, NoticeOutcome } from "./outcome.ts";
import type { Recipient } from "./recipient.ts";

const ends: Readonly<Partial<Record<DeliveryState, End>>> = {
  sent: "told",
  folded: "folded",
  counted: "counted",
  pending: "held",
  expired: "expired",
};

/**
 * What became of every delivery, the store's word held against what QQ took: sent is what exactly one message shows, counted
 * what one only counts, and nothing else was in any. Throws where the two differ, or a delivery came to an end that it cannot
 * have here.
 */
export function readOutcomes(
  all: readonly Delivery[],
  { toldAt, summed, counted }: Recipient,
): readonly NoticeOutcome[] {
  const tellers = findTellers(all);
  return all.map((delivery) => {
    const { id, state, arrivedAt, notice } = delivery;
    if ((state === "sent") !== toldAt.has(id))
      throw new Error(`${id} is ${state}, but QQ took ${toldAt.has(id) ? "a" : "no"} message that shows it`);
    if ((state === "counted") !== counted.has(id))
      throw new Error(`${id} is ${state}, but QQ took ${counted.has(id) ? "a" : "no"} message that counts it`);
    const end = ends[state];
    if (end === undefined) throw new Error(`${id} ended ${state}, which nothing here leads to`);
    const teller = tellers.get(id);
    const at = teller === undefined ? undefined : toldAt.get(teller);
    return {
      critical: notice.level === "critical",
      arrivedAt,
      end: summed.has(id) ? "summed" : end,
      ...(at !== undefined && { toldAt: at }),
    };
  });
}

/** By whom each delivery is told: by itself, or when folded by the next of its thread that was not. */
function findTellers(inOrder: readonly Delivery[]): ReadonlyMap<string, string> {
  const tellers = new Map<string, string>();
  const nextOf = new Map<string | undefined, string>();
  for (const delivery of inOrder.toReversed()) {
    const thread = threadOf(delivery);
    if (delivery.state !== "folded") {
      tellers.set(delivery.id, delivery.id);
      if (delivery.notice.replaces) nextOf.set(thread, delivery.id);
      continue;
    }
    const teller = nextOf.get(thread);
    if (teller === undefined) throw new Error(`${delivery.id} was folded into nothing`);
    tellers.set(delivery.id, teller);
  }
  return tellers;
}
