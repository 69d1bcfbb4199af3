import type { Route } from "../../../lib/model/route.ts";
import type { Source } from "../../../lib/model/source.ts";
import { senders } from "./index.ts";
import type { Sender, Way } from "./sender.ts";
import { addressOnly, placeOf, wayOf, withHeaders } from "./ways.ts";

/** How a source's sender is set up, if it has an entry. */
export const senderOf = ({ name }: Source): Sender | undefined =>
  Object.hasOwn(senders, name) ? senders[name as keyof typeof senders] : undefined;

type Asked = Pick<Route, "auth" | "headers" | "open">;

/** The ways to set up a sender of a route, the best first: those of its entry, unless the route has a scheme of its own. */
export const waysOf = (route: Asked, source: Source): readonly Way[] => {
  const sender = senderOf(source);
  return (route.open || route.auth === undefined ? sender?.ways : undefined) ?? waysByProofs(route, source, sender);
};

/** Those that the places of its proofs allow, in its words where it has any. */
export function waysByProofs(route: Asked, source: Pick<Source, "auth" | "dialect">, sender?: Sender): readonly Way[] {
  if (route.open || source.auth === "certificate") return [addressOnly(sender)];
  const scheme = route.auth ?? source.auth;
  const places = scheme in placeOf ? [placeOf[scheme as keyof typeof placeOf]] : (source.dialect?.proofs ?? []);
  const ways = places.flatMap((place) => wayOf(place, sender) ?? []).filter(isNew);
  if (ways.length === 0) return [addressOnly(sender)];
  return ways.map((way) => (route.headers ? withHeaders(way, route.headers) : way));
}

/** One of several ways that ask for the same to be entered is enough. */
const isNew = ({ enter }: Way, at: number, ways: readonly Way[]): boolean =>
  ways.findIndex((each) => JSON.stringify(each.enter) === JSON.stringify(enter)) === at;
