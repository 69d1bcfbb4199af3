import type { Inbound } from "../model/inbound.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Route } from "../model/route.ts";
import type { Source } from "../model/source.ts";
import { fitPath } from "../policy/intake/fit-path.ts";

/** The route that a request is for, the source it is read as, and the request with what stands after the route's address. */
export type Called = {
  readonly id: string;
  readonly route: Route;
  readonly source: Source;
  readonly inbound: Inbound;
  /** Why it is not taken though its route is known: in the words of the source's vendor. */
  readonly unfit?: Refusal;
  /** It came to the root of its host, and its credential named the route. */
  readonly atRoot?: true;
};

/** What a source takes that has no dialect: a POST to the route's own address. */
const fitPlainly = (rest: readonly string[], method: string): ReturnType<typeof fitPath> => {
  if (method !== "POST") return "wrong-method";
  return rest.length === 0 ? { rest } : "unknown-path";
};

/** Reads what stands after a route's address as its source does. */
export const fitSource = ({ dialect }: Source, rest: readonly string[], method: string): ReturnType<typeof fitPath> =>
  dialect ? fitPath(dialect, rest, method) : fitPlainly(rest, method);
