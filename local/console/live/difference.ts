import type * as z from "zod";
import type { ListedDelivery } from "../../operate/answers.ts";

export type Listed = z.output<typeof ListedDelivery>;

/** How deliveries stood when somebody was told of them, by conversation and id. */
export type Known = ReadonlyMap<string, string>;

/** More is forgotten, the oldest first: what is told once more does no harm. */
const maxKnown = 5_000;

/** Which deliveries are new or stand otherwise than is known, in the order that they came in, and what is known then. */
export function difference(
  known: Known,
  deliveries: readonly Listed[],
): { readonly changed: readonly Listed[]; readonly known: Known } {
  const changed = deliveries.filter((each) => known.get(nameOf(each)) !== standOf(each));
  const all = [...known, ...changed.map((each) => [nameOf(each), standOf(each)] as const)];
  const next = new Map(all);
  return { changed, known: next.size > maxKnown ? new Map([...next].slice(-maxKnown)) : next };
}

const nameOf = ({ target, id }: Listed): string => `${target} ${id}`;

/** What makes it worth telling anew. */
const standOf = ({ state, held, attempts, last }: Listed): string =>
  JSON.stringify([state, held?.reason, attempts, last?.code]);
