import type { Route } from "../model/route.ts";
import type { Target } from "../model/target.ts";
import { targetsOf } from "../policy/intake/targets-of.ts";
import type { Bindings } from "../ports.ts";

/** Where a route's notices go: the targets it names, or those that were paired with it from inside QQ. */
export const findTargets = async (
  id: string,
  route: Pick<Route, "scene" | "to">,
  store: Bindings,
): Promise<readonly Target[]> => (route.to === "bound" ? store.readBindings(id) : targetsOf(route));
