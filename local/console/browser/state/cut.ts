import type { ListedDelivery } from "../api/calls.ts";
import { fitsFilter } from "./filter.ts";
import type { Bounds, Listed } from "./merge-live.ts";

/** What fits of an answer: its text the relay did not look for. An answer that is short and says `more` is of a part of the log. */
export function cut(all: readonly ListedDelivery[], more: boolean, { filter, limit }: Bounds): Listed {
  const fitting = all.filter((each) => fitsFilter(each, filter));
  return {
    rows: fitting.slice(0, limit),
    more: fitting.length > limit || (more && !filter.text),
    ...(more && !filter.text && all.length < limit && { isPart: true }),
  };
}
