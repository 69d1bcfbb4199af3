import type { Routes } from "../model/route.ts";
import type { Said } from "../model/said.ts";
import { isRouteId } from "../model/route-id.ts";
import { ofRoute } from "./of-route.ts";
import { routeRules } from "./route-rules.ts";
import type { Known, LooseRoute } from "./rule.ts";
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
): { readonly routes: Routes } | { readonly faults: readonly Said[] } {
  if (!isObject(routes)) return { faults: [noRoutes] };
  const ids = Object.keys(routes);
  const checked = Object.entries(routes).map(([id, route]) => checkRoute(id, route, known));
  const faults = [
    ...ids.flatMap((id) => checkId(id, ids)),
    ...checked.flatMap(({ faults }) => faults),
    ...[...spillRules(Object.entries(routes)), ...secretRules(looseRoutes(routes))].map(([id, fault]) =>
      ofRoute(id, fault),
    ),
  ];
  return faults.length > 0 ? { faults } : { routes: Object.fromEntries(checked.flatMap(({ entry }) => entry)) };
}

const noRoutes: Said = {
  zh: "routes 要写成对象，一条路由一个成员，键是路由的名字",
  en: "routes must be an object with one member a route, its name as the key",
};

const looseRoutes = (routes: object): readonly (readonly [string, LooseRoute])[] =>
  Object.entries(routes).flatMap(([id, route]: readonly [string, unknown]) =>
    isObject(route) ? [[id, defined<LooseRoute>(route)] as const] : [],
  );

const noName: Said = {
  zh: "不能用在 URL 里；名字最多 64 个字母、数字、- 和 _，以字母或数字开头",
  en: "is not a name for a URL; use up to 64 letters, digits, - and _, starting with a letter or digit",
};

/** The first segments of paths that the relay, or clients that lose the rest of a path, use themselves. */
const takenNames = new Set(["c2c", "group", "channel", "dm", "events", "push", "message", "hooks"]);

const takenName: Said = {
  zh: "是中继自己的地址要用的名字；请换一个",
  en: "is a name that addresses of the relay itself have; choose another",
};

const sameName = (twin: string): Said => ({
  zh: `和路由 ${show(twin)} 只差大小写；请改掉一个`,
  en: `differs from route ${show(twin)} by case only; rename one of them`,
});

function checkId(id: string, ids: readonly string[]): readonly Said[] {
  const twin = ids.slice(0, ids.indexOf(id)).find((other) => other.toLowerCase() === id.toLowerCase());
  const faults = [
    ...(isRouteId(id) ? [] : [noName]),
    ...(takenNames.has(id.toLowerCase()) ? [takenName] : []),
    ...(twin === undefined ? [] : [sameName(twin)]),
  ];
  return faults.map((fault) => ofRoute(id, fault));
}

function checkRoute(id: string, route: unknown, known: Known) {
  if (!isObject(route)) return { faults: [ofRoute(id, { zh: "要写成对象", en: "must be an object" })], entry: [] };
  const given: LooseRoute = defined(route);
  const read = RouteSchema.safeParse(given, { error: sayFault });
  const faults = [...(read.error?.issues ?? []).flatMap((issue) => tellIssue(issue)), ...routeRules(given, known)];
  return {
    faults: faults.map((fault) => ofRoute(id, fault)),
    entry: read.success ? [[id, read.data] as const] : [],
  };
}
