import type { AuthScheme } from "../model/auth.ts";
import type { Route } from "../model/route.ts";
import type { Source } from "../model/source.ts";
import { sourcesOf } from "./of-route.ts";

type Way = Pick<Source, "auth" | "dialect">;

/** What stands in a URL by which a request is proved; nothing where the secret is not part of it. */
function placeOf({ auth, dialect }: Way, secret: string): string | undefined {
  if (auth === "key") return `?key=${secret}`;
  const isSegment = auth === "dialect" && dialect?.proofs.some(({ kind }) => kind === "key");
  return isSegment ? `/${secret}` : undefined;
}

const waysOf = (route: Pick<Route, "source"> & { readonly auth?: AuthScheme }): readonly Way[] =>
  route.auth ? [{ auth: route.auth }] : sourcesOf(route);

/**
 * What stands behind a route's address where its sender can set nothing but a URL: the name of the secret, where its value goes.
 * Of several sources the first that needs it there.
 */
export function secretPlace(route: Pick<Route, "source" | "auth" | "secret" | "open">): string {
  const name = [route.secret].flat()[0];
  if (route.open || name === undefined) return "";
  return waysOf(route).flatMap((way) => placeOf(way, `<${name}>`) ?? [])[0] ?? "";
}
