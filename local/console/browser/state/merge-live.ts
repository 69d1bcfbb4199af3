import type { ListedDelivery } from "../api/calls.ts";
import { type Filter, fitsFilter } from "./filter.ts";

/**
 * Deliveries as they are listed, newest first. `more`: there are older ones that fit. `isPart`: the relay did not look through all
 * that it keeps, so that asking for more brings nothing.
 */
export type Listed = {
  readonly rows: readonly ListedDelivery[];
  readonly more: boolean;
  readonly isPart?: boolean;
};

export type Bounds = { readonly filter: Filter; /** So many rows are shown at most. */ readonly limit: number };

/** One delivery goes by an id of its own at each conversation. */
export const rowKey = ({ target, id }: Pick<ListedDelivery, "target" | "id">): string => `${target} ${id}`;

/**
 * The list after some deliveries changed: each stands once, at its place by its time of arrival, and those that fit no longer are
 * gone. What is older than the last row belongs to what `more` brings. A list that nothing changes stays the same object.
 */
export function mergeLive(listed: Listed, changes: readonly ListedDelivery[], { filter, limit }: Bounds): Listed {
  const changed = new Map(changes.map((each) => [rowKey(each), each]));
  const kept = listed.rows.filter((row) => !changed.has(rowKey(row)));
  const last = listed.more ? listed.rows.at(-1)?.arrivedAt : undefined;
  const fitting = [...changed.values()].filter(
    (each) => fitsFilter(each, filter) && (last === undefined || each.arrivedAt >= last),
  );
  if (fitting.length === 0 && kept.length === listed.rows.length) return listed;
  const rows = [...fitting, ...kept].sort(newestFirst);
  const isCut = rows.length > limit;
  return { rows: rows.slice(0, limit), more: listed.more || isCut, ...(listed.isPart && !isCut && { isPart: true }) };
}

/** ISO 8601 in UTC sorts as text; where times are equal the later id stands first, so that rows keep their order. */
const newestFirst = (a: ListedDelivery, b: ListedDelivery): number =>
  compare(b.arrivedAt, a.arrivedAt) || compare(rowKey(b), rowKey(a));

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
