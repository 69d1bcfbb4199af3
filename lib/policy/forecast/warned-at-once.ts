import type { Routes } from "../../model/route.ts";
import type { Settings } from "../../model/settings.ts";

/**
 * The routes, with that of the operator's warnings pushing at once unless it says otherwise: a word that something waits is not
 * to wait for the same reason.
 */
export function warnedAtOnce(routes: Routes, { warnTo }: Pick<Settings, "warnTo">): Routes {
  const route = warnTo !== undefined && Object.hasOwn(routes, warnTo) ? routes[warnTo] : undefined;
  if (warnTo === undefined || !route) return routes;
  return { ...routes, [warnTo]: { ...route, policy: { proactive: "always", ...route.policy } } };
}
