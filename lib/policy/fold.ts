import type { Delivery } from "../model/delivery.ts";

/** The thread of a delivery: what must be told in order. Keys of two routes never meet. */
export const threadOf = (delivery: Delivery): string | undefined =>
  delivery.notice.key === undefined ? undefined : `${delivery.route} ${delivery.notice.key}`;

/**
 * Deliveries that a newer one of the same thread makes superfluous: it says all that they said (`replaces`), so that a
 * resolved alert cancels its unsent firing and a flapping one is told once. `pending` is in order of arrival.
 */
export function foldable(pending: readonly Delivery[]): readonly Delivery[] {
  const replacing = new Set<string>();
  return pending.toReversed().filter((delivery) => {
    const thread = threadOf(delivery);
    if (thread === undefined) return false;
    const folded = replacing.has(thread);
    if (delivery.notice.replaces) replacing.add(thread);
    return folded;
  });
}
