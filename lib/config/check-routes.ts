import type { Routes } from "../model/route.ts";
import { isRouteId } from "../model/route-id.ts";
import { type Known, type LooseRoute, routeRules } from "./route-rules.ts";
import { RouteSchema } from "./route-schema.ts";
import { defined } from "../base/defined.ts";
import { isObject } from "../base/is-object.ts";
import { secretRules } from "./secret-rules.ts";
import { spillRules } from "./spill-rules.ts";
import { sayFault, show, tellIssue } from "./tell-issue.ts";

/** The routes of a configuration, or every fault in them, one sentence each with the route's name and the fix. */
export function checkRoutes(
  routes: unknown,
  known: Known,
): { readonly routes: Routes } | { readonly faults: readonly string[] } {
  if (!isObject(routes)) return { faults: ["routes must be an object with one member a route, its name as the key"] };
  const ids = Object.keys(routes);
  const checked = Object.entries(routes).map(([id, route]) => checkRoute(id, route, known));
  const faults = [
    ...ids.flatMap((id) => checkId(id, ids)),
    ...checked.flatMap(({ faults }) => faults),
    ...[...spillRules(Object.entries(routes)), ...secretRules(looseRoutes(routes))].map(
      ([id, fault]) => `route ${show(id)}: ${fault}`,
    ),
  ];
  return faults.length > 0 ? { faults } : { routes: Object.fromEntries(checked.flatMap(({ entry }) => entry)) };
}

const looseRoutes = (routes: object): readonly (readonly [string, LooseRoute])[] =>
  Object.entries(routes).flatMap(([id, route]: readonly [string, unknown]) =>
    isObject(route) ? [[id, defined<LooseRoute>(route)] as const] : [],
  );

function checkId(id: string, ids: readonly string[]): readonly string[] {
  const twin = ids.slice(0, ids.indexOf(id)).find((other) => other.toLowerCase() === id.toLowerCase());
  return [
    ...(isRouteId(id)
      ? []
      : [
          `route ${show(id)}: is not a name for a URL; use up to 64 letters, digits, - and _, starting with a letter or digit`,
        ]),
    ...(twin === undefined
      ? []
      : [`route ${show(id)}: differs from route ${show(twin)} by case only; rename one of them`]),
  ];
}

function checkRoute(id: string, route: unknown, known: Known) {
  if (!isObject(route)) return { faults: [`route ${show(id)}: must be an object`], entry: [] };
  const given: LooseRoute = defined(route);
  const read = RouteSchema.safeParse(given, { error: sayFault });
  const faults = [...(read.error?.issues ?? []).flatMap((issue) => tellIssue(issue)), ...routeRules(given, known)];
  return {
    faults: faults.map((fault) => `route ${show(id)}: ${fault}`),
    entry: read.success ? [[id, read.data] as const] : [],
  };
}
