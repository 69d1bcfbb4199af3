import type { Basis } from "../model/in-force.ts";
import { type SceneName, sceneNames } from "../model/scene.ts";
import { defaultSettings } from "../model/settings.ts";
import { createLimitsReader } from "../outbox/limits-reader.ts";
import type { Store } from "../ports.ts";
import type { Setup } from "./common.ts";

/** Which rules count the pushes of a scene, and why. */
export type SceneBasis = { readonly scene: SceneName; readonly basis: Basis };

/** Which rules count what the routes may push, scene by scene, as of `now` (ms). */
export async function readBases(
  { routes, settings }: Pick<Setup, "routes" | "settings">,
  store: Store,
  now: number,
): Promise<readonly SceneBasis[]> {
  const { inForce } = createLimitsReader({ settings: { ...defaultSettings, ...settings }, routes, store });
  const used = new Set(Object.values(routes).map(({ scene }) => scene));
  const scenes = sceneNames.filter((scene) => used.has(scene));
  return Promise.all(scenes.map(async (scene) => ({ scene, basis: (await inForce({ scene, id: "" }, now)).basis })));
}
