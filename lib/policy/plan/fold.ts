import type { Delivery } from "../../model/delivery.ts";
import { moreSevere } from "../../model/level.ts";

/** The thread of a delivery: what must be told in order. Keys of two routes never meet. */
export const threadOf = (delivery: Delivery): string | undefined =>
  delivery.notice.key === undefined ? undefined : `${delivery.route} ${delivery.notice.key}`;

/** What is left to tell, with their counts of what was folded into them, and which older ones went into which. */
export type Folding = {
  readonly kept: readonly Delivery[];
  readonly folded: ReadonlyMap<Delivery, Delivery>;
};

/**
 * Folds deliveries that a newer one of the same thread makes superfluous, since it says all that they said (`replaces`): a
 * resolved alert cancels its unsent firing, and a flapping one is told once with its count. `pending` is in order of
 * arrival.
 */
export function fold(pending: readonly Delivery[]): Folding {
  const replacing = new Map<string, Delivery>();
  const into = new Map<Delivery, Delivery>();
  for (const delivery of pending.toReversed()) {
    const thread = threadOf(delivery);
    if (thread === undefined) continue;
    const newer = replacing.get(thread);
    if (newer) into.set(delivery, newer);
    else if (delivery.notice.replaces) replacing.set(thread, delivery);
  }
  const counted = new Map<Delivery, Delivery>();
  for (const [older, newer] of into) counted.set(newer, count(counted.get(newer) ?? newer, older));
  return {
    kept: pending.filter((delivery) => !into.has(delivery)).map((delivery) => counted.get(delivery) ?? delivery),
    folded: new Map([...into].map(([older, newer]) => [older, counted.get(newer) ?? newer])),
  };
}

/** A newer delivery with an older one counted in; that it was more severe is not forgotten. */
function count(newer: Delivery, older: Delivery): Delivery {
  const severest = moreSevere(
    newer.severest ?? newer.notice.level,
    moreSevere(older.severest ?? "info", older.notice.level),
  );
  return {
    ...newer,
    folded: (newer.folded ?? 0) + 1 + (older.folded ?? 0),
    ...(severest !== newer.notice.level && { severest }),
  };
}
