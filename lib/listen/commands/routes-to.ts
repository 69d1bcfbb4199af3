import type { Routes } from "../../model/route.ts";
import type { Target } from "../../model/target.ts";
import { targetsOf } from "../../policy/intake/targets-of.ts";
import type { Bindings } from "../../ports.ts";

/** Routes that were paired with a target from inside QQ. */
export async function boundRoutes({ scene, id }: Target, routes: Routes, store: Bindings): Promise<readonly string[]> {
  const names = Object.keys(routes).filter((name) => routes[name]?.to === "bound" && routes[name]?.scene === scene);
  const targets = await Promise.all(names.map((name) => store.readBindings(name)));
  return names.filter((_, at) => targets[at]?.some((target) => target.id === id));
}

/** Routes that send to a target: those that name it, and those paired with it. */
export async function routesTo(target: Target, routes: Routes, store: Bindings): Promise<readonly string[]> {
  const named = Object.entries(routes).filter(
    ([, route]) => route.scene === target.scene && targetsOf(route).some((each) => each.id === target.id),
  );
  return [...named.map(([name]) => name), ...(await boundRoutes(target, routes, store))];
}
