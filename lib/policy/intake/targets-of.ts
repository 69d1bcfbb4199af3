import type { Route, Routes, To } from "../../model/route.ts";
import type { Target } from "../../model/target.ts";

/** Where a route's notices go, each target once. A route paired from inside QQ has none of its own. */
export function targetsOf(route: Pick<Route, "scene" | "to">): readonly Target[] {
  if (route.to === "bound") return [];
  const targets = route.to.map((to) => toTarget(route.scene, to));
  return [...new Map(targets.map((target) => [target.id, target])).values()];
}

/** Every target that routes name, each once. */
export function namedTargets(routes: Routes): readonly Target[] {
  const all = Object.values(routes).flatMap(targetsOf);
  return [...new Map(all.map((target) => [`${target.scene} ${target.id}`, target])).values()];
}

function toTarget(scene: Target["scene"], to: To): Target {
  if (typeof to === "string") return { scene, id: to };
  if ("user" in to) return { scene, id: sessionId(to.user, to.guild) };
  return { scene, id: to.id, ...(to.guild !== undefined && { guild: to.guild }) };
}

/** Id of a DM session that the relay opens itself: known before QQ has made it, and the same whenever it is opened. */
const sessionId = (user: string, guild: string): string => `${user}@${guild}`;

/** Whom to open a DM session with; undefined for a target that has its id from QQ. */
export function memberOf({ scene, id }: Target): { readonly user: string; readonly guild: string } | undefined {
  const [user, guild] = id.split("@");
  return scene === "dm" && user && guild ? { user, guild } : undefined;
}
