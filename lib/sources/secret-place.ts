import type { ProvenBy } from "../model/auth.ts";
import type { Route } from "../model/route.ts";
import { sourcesOf } from "./of-route.ts";

/** Where a secret stands in a URL by which a request is proved; nothing where it is not part of it. */
const places: Readonly<Partial<Record<ProvenBy, (secret: string) => string>>> = {
  key: (secret) => `?key=${secret}`,
  dialect: (secret) => `/${secret}`,
};

/**
 * What stands behind a route's address where its sender can set nothing but a URL: the name of the secret, where its value goes.
 * Of several sources the first that needs it there.
 */
export function secretPlace(route: Pick<Route, "source" | "auth" | "secret" | "open">): string {
  const name = [route.secret].flat()[0];
  if (route.open || name === undefined) return "";
  const ways = route.auth ? [route.auth] : sourcesOf(route).map(({ auth }) => auth);
  return ways.flatMap((way) => places[way]?.(`<${name}>`) ?? [])[0] ?? "";
}
