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

/** A POST to the route's own address. */
const fitPlainly = (rest: readonly string[], method: string): ReturnType<typeof fitPath> => {
  if (method !== "POST") return "wrong-method";
  return rest.length === 0 ? { rest } : "unknown-path";
};

const plainPaths = { "": ["POST"] } as const;

/**
 * Reads what stands after a route's address as its source does: the secret at most, where it says no paths of its own; `isKeyed`
 * where none of it can be the secret.
 */
export function fitSource(
  { dialect }: Source,
  rest: readonly string[],
  method: string,
  isKeyed?: boolean,
): ReturnType<typeof fitPath> {
  if (dialect?.paths) return fitPath({ paths: dialect.paths }, rest, method, isKeyed);
  const mayHaveKey = dialect?.proofs.some(({ kind }) => kind === "key");
  return mayHaveKey ? fitPath({ paths: plainPaths }, rest, method, isKeyed) : fitPlainly(rest, method);
}
