import type { Routes } from "../model/route.ts";
import { type SceneName, sceneNames } from "../model/scene.ts";
import type { Settings } from "../model/settings.ts";
import { warnedAtOnce } from "../policy/forecast/warned-at-once.ts";
import { createKeepsPace, type PlanRules, resolvePolicies, shortestWaitOf } from "../policy/plan/plan-rules.ts";
import { quotaZoneOf, resolveLimits } from "../policy/quota/resolve-limits.ts";

/** What a scene's plans are made by, of the user's routes and settings. */
export function composePlanRules(scene: SceneName, given: Routes, settings: Settings): PlanRules {
  const routes = warnedAtOnce(given, settings);
  return {
    limits: resolveLimits(settings)[scene],
    policyOf: resolvePolicies(routes),
    quotaZone: quotaZoneOf(settings),
    timeZone: settings.timeZone,
    ...(!settings.wakeup && { noWakeup: true }),
    shortestWait: shortestWaitOf(routes),
    keepsPace: createKeepsPace(scene, routes),
  };
}

/** The same for each scene. */
export const composeAllPlanRules = (routes: Routes, settings: Settings): Readonly<Record<SceneName, PlanRules>> =>
  Object.fromEntries(sceneNames.map((scene) => [scene, composePlanRules(scene, routes, settings)])) as Readonly<
    Record<SceneName, PlanRules>
  >;
