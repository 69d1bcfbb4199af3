import type { Condition } from "./condition.ts";
import type { Item, Value } from "./item.ts";

/** Primary key of an item. */
export type Key = { readonly pk: string; readonly sk: string };

/** One update: what it sets, adds and removes, under a condition. No attribute is named twice in it, and none of the key's. */
export type Update = {
  readonly key: Key;
  readonly set?: Item;
  /** Set only where the attribute is not there yet. */
  readonly init?: Item;
  /** A number is added to a number, members to a set; what is not there yet counts as 0 or empty, and else it is a fault. */
  readonly add?: Readonly<Record<string, number | ReadonlySet<string>>>;
  readonly remove?: readonly string[];
  /** Whether the item as it is afterwards is wanted; without it the answer is empty. */
  readonly answer?: true;
  readonly when?: Condition;
  /** What a power cut may undo without harm need not be on the disk when it is answered; others see it at once. */
  readonly undoable?: true;
};

/** Part of an order of texts, which is that of their UTF-8 bytes: from one to a later one or the same, both included. */
export type Range = { readonly from: string; readonly to: string };

/** An entry of the index of what is live. */
export type LiveEntry = { readonly pk: string; readonly sk: string; readonly live: string };

/**
 * The one table, in plain values: single-item conditional writes, reads, and the queries of two sparse indexes. An item has
 * a text `pk` and `sk`; with a text `live` it is in the index of its partition's live items, with `dueShard` and a number
 * `dueAt` in that of what is due; from `expiresAt` (seconds of the epoch) on it is no longer read, and is removed in time.
 * All reads see every write that was answered before they began; `due` and `scanLive` may see them a moment later. What
 * fails is thrown: a condition that does not hold is an answer.
 */
export type Table = {
  readonly get: (key: Key) => Promise<Item | undefined>;
  /** Puts a whole item; `false` when the condition does not hold for what lies under its key. */
  readonly put: (item: Item & Key, when?: Condition) => Promise<boolean>;
  /** Changes an item, or makes it: the item afterwards where that was asked for, `false` when the condition does not hold. */
  readonly update: (change: Update) => Promise<Item | false>;
  readonly remove: (key: Key) => Promise<void>;
  /** Items of a partition in order of `sk`, at most `limit`. */
  readonly query: (pk: string, sk: Range, limit?: number) => AsyncIterable<Item>;
  /** Live items of a partition in order of `live`; of those that have the same one in any order. */
  readonly queryLive: (pk: string, live: Range, limit?: number) => AsyncIterable<Item>;
  /** How many live entries a partition has there. */
  readonly countLive: (pk: string, live: Range) => Promise<number>;
  /** Whether it has any. */
  readonly hasLive: (pk: string, live: Range) => Promise<boolean>;
  /** Keys of what is due in a shard up to a time (ms), soonest first. */
  readonly queryDue: (dueShard: string, until: number) => AsyncIterable<Key>;
  /** Keys of what is in a shard of that index from a time (ms) on, the latest first. */
  readonly queryLatest: (dueShard: string, since: number) => AsyncIterable<Key>;
  /** Every entry of the live index, in no order: its cost is what is live, not history. */
  readonly scanLive: () => AsyncIterable<LiveEntry>;
};

/** Whether an item is over, though it may still lie in the table. `now` in ms. */
export const isExpired = (expiresAt: Value | undefined, now: number): boolean =>
  typeof expiresAt === "number" && expiresAt * 1_000 <= now;
