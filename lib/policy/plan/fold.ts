import type { Delivery } from "../../model/delivery.ts";
import { moreSevere } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";

/** The thread of a delivery: what must be told in order. Keys of two routes never meet. */
export const threadOf = (delivery: Delivery): string | undefined =>
  delivery.notice.key === undefined ? undefined : `${delivery.route} ${delivery.notice.key}`;

/** What is left to tell, with their counts of what was folded into them, and which older ones went into which. */
export type Folding = {
  readonly kept: readonly Delivery[];
  readonly folded: ReadonlyMap<Delivery, Delivery>;
};

/** Of one key that many senders share, so many are looked through: one more is told by itself rather than searched for. */
const maxSides = 50;

/**
 * Folds deliveries that a newer one of the same thread makes superfluous, since it says all that they said (`replaces`): a
 * resolved alert cancels its unsent firing, and a flapping one is told once with its count. `pending` is in order of
 * arrival.
 */
export function fold(pending: readonly Delivery[]): Folding {
  const threads = new Map<string, Side[]>();
  const into = new Map<Delivery, Side>();
  for (const delivery of pending.toReversed()) {
    const thread = threadOf(delivery);
    if (thread === undefined) continue;
    const sides = threads.get(thread) ?? [];
    const newer = sides.find((side) => standsFor(side, delivery.notice));
    if (newer) {
      into.set(delivery, newer);
      add(newer, delivery);
    } else if (delivery.notice.replaces && sides.length < maxSides) {
      threads.set(thread, [...sides, sideOf(delivery)]);
    }
  }
  const counted = new Map([...into.values()].map((side) => [side.first, side.counted]));
  return {
    kept: pending.filter((delivery) => !into.has(delivery)).map((delivery) => counted.get(delivery) ?? delivery),
    folded: new Map([...into].map(([older, side]) => [older, side.counted])),
  };
}

/** A notice that replaces older ones, while those are found, the newer first. */
type Side = {
  readonly first: Delivery;
  counted: Delivery;
  /** The oldest that it stands for so far. */
  oldest: Notice;
  /** Parts that it names, or that one of those names which it stands for. */
  readonly named: Set<string>;
};

const sideOf = (delivery: Delivery): Side => ({
  first: delivery,
  counted: delivery,
  oldest: delivery.notice,
  named: new Set(partsOf(delivery.notice)),
});

const partsOf = ({ parts }: Notice): readonly string[] => (parts ? [...parts.open, ...parts.closed] : []);

/**
 * A group's notice of another cluster leaves this one's alerts as they were, and says nothing of their end. What ended
 * beside others that go on is not asked for: a group loses its alerts one by one.
 */
function standsFor({ first, named }: Side, { parts }: Notice): boolean {
  if (parts === undefined || first.notice.parts === undefined) return true;
  return (parts.open.length > 0 ? parts.open : parts.closed).every((part) => named.has(part));
}

function add(side: Side, older: Delivery): void {
  side.counted = count(side.counted, older, saysSame(side.oldest, older.notice) ? 0 : 1);
  side.oldest = older.notice;
  for (const part of partsOf(older.notice)) side.named.add(part);
}

/** A sender that only reminds of what it said tells no change. */
const saysSame = (a: Notice, b: Notice): boolean => contentOf(a) === contentOf(b);

const contentOf = ({ content, title, lines, level, resolved }: Notice): string =>
  content ?? JSON.stringify([title, lines, level, resolved]);

/** A newer delivery with an older one counted in; that it was more severe is not forgotten. */
function count(newer: Delivery, older: Delivery, changes: number): Delivery {
  const severest = moreSevere(
    newer.severest ?? newer.notice.level,
    moreSevere(older.severest ?? "info", older.notice.level),
  );
  const folded = (newer.folded ?? 0) + changes + (older.folded ?? 0);
  return {
    ...newer,
    ...(folded > 0 && { folded }),
    ...(severest !== newer.notice.level && { severest }),
  };
}
