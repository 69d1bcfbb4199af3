import type { Delivery } from "../../model/delivery.ts";
import { levelRank } from "../../model/level.ts";
import { threadOf } from "./fold.ts";

/** How urgent deliveries are, and the order to tell them in when not all can be told. */
export type Urgency = {
  readonly isCritical: (delivery: Delivery) => boolean;
  /** The severest first, then the oldest; what ended well before it could be told counts as severe as it was. */
  readonly sort: (deliveries: readonly Delivery[]) => readonly Delivery[];
};

const critical = levelRank("critical");

/**
 * Weighs deliveries, given in order of arrival: each counts as much as the severest of its thread from it onwards, so that
 * an older notice is never overtaken by a more severe one of the same thread.
 */
export function weigh(deliveries: readonly Delivery[]): Urgency {
  const ofThread = new Map<string, number>();
  const ranks = new Map<string, number>();
  const tellFirst = ({ id, severest }: Delivery) => Math.max(ranks.get(id) ?? 0, severest ? levelRank(severest) : 0);
  for (const delivery of deliveries.toReversed()) {
    const thread = threadOf(delivery);
    const rank = Math.max(levelRank(delivery.notice.level), thread === undefined ? 0 : (ofThread.get(thread) ?? 0));
    if (thread !== undefined) ofThread.set(thread, rank);
    ranks.set(delivery.id, rank);
  }
  const rankOf = (delivery: Delivery) => ranks.get(delivery.id) ?? 0;
  return {
    isCritical: (delivery) => rankOf(delivery) >= critical,
    sort: (some) => some.toSorted((a, b) => tellFirst(b) - tellFirst(a)),
  };
}
