import type { Route, Routes } from "../../lib/model/route.ts";
import { refuse, type Refused } from "./operation.ts";

/** The route of a name; for one that there is not, the names that there are. */
export function findRoute(name: string, routes: Routes): Route | Refused {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route) return route;
  const names = Object.keys(routes);
  return refuse("unknown-route", {
    zh: `没有叫 ${name} 的路由；有 ${names.join("、")}`,
    en: `there is no route ${name}; there are ${names.join(", ")}`,
  });
}
