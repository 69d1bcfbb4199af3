import type { RootCall } from "../model/dialect.ts";
import type { Inbound } from "../model/inbound.ts";
import type { Route, Routes } from "../model/route.ts";
import type { Source } from "../model/source.ts";
import { segmentsOf } from "../policy/intake/fit-path.ts";
import { type CalledRoot, readRootCall } from "../policy/intake/root-call.ts";
import { sources } from "../sources/index.ts";
import { sourcesOf } from "../sources/of-route.ts";
import { firstBodyFields } from "../verify/body-field.ts";
import { type Called, fitSource } from "./called.ts";

type Root = { readonly source: Source; readonly root: RootCall };

/** How the clients of routes may call the root of their host: in the order of the registry, whatever that of the routes. */
export function rootsOf(routes: Routes): readonly Root[] {
  const used = new Set(Object.values(routes).flatMap(sourcesOf));
  return Object.values<Source>(sources)
    .filter((source) => used.has(source))
    .flatMap((source) => (source.dialect?.roots ?? []).map((root) => ({ source, root })));
}

/** The route that a client names by its credential which loses the path of the address it was given. */
export function findAtRoot(inbound: Inbound, routes: Routes): Called | undefined {
  const segments = segmentsOf(inbound.path);
  const readField = firstBodyFields(inbound);
  for (const { source, root } of rootsOf(routes)) {
    const ids = Object.keys(routes).filter((id) => takes(routes[id], source));
    const read = readRootCall(root, segments, inbound, readField, ids);
    const called = read && callOf(read, source, inbound, routes);
    if (called) return called;
  }
  return undefined;
}

const takes = (route: Route | undefined, source: Source): boolean =>
  route !== undefined && sourcesOf(route).includes(source);

function callOf({ id, rest, key }: CalledRoot, source: Source, inbound: Inbound, routes: Routes): Called | undefined {
  const route = Object.hasOwn(routes, id) ? routes[id] : undefined;
  if (!route || !takes(route, source)) return undefined;
  const fitted = fitSource(source, rest, inbound.method, key !== undefined);
  if (typeof fitted === "string") return undefined;
  const read = { ...inbound, rest: fitted.rest, ...(key !== undefined && { key }) };
  return { id, route, source, inbound: read, atRoot: true };
}
