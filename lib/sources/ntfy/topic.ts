import type { Inbound } from "../../model/inbound.ts";

const verbs = new Set(["publish", "send", "trigger"]);

/** The first segment of the path, which is the route's own. */
export const ownSegment = ({ path }: Inbound): string => path.split("/").find((segment) => segment !== "") ?? "";

/** The first segment behind the route's address, where the secret stands that nothing else of the request can be. */
const inPlaceOfSecret = ({ key, headers, query }: Inbound): string | undefined =>
  [headers["authorization"], query["auth"], query["key"]].every((place) => place === undefined) ? undefined : key;

/**
 * The topic that a request names beside its route: behind the route's address, or in its JSON. The route's own name is none, and at
 * the root of a host the topic is the route.
 */
export function namedTopic(inbound: Inbound, inBody: string | undefined): string | undefined {
  const own = ownSegment(inbound);
  const [first] = inbound.rest ?? [];
  const topic = first === undefined || verbs.has(first) ? (inBody ?? inPlaceOfSecret(inbound)) : first;
  return own === "" || topic === own || topic === "" ? undefined : topic;
}
