import { type PresetName, presets } from "../../lib/model/limits.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import type { Target } from "../../lib/model/target.ts";

/** One conversation under the limits of one preset; `presets` are all those that limit its scene in this way. */
export type Scenario = {
  readonly target: Target;
  readonly preset: PresetName;
  readonly presets: readonly PresetName[];
};

const presetNames = ["published", "2026"] as const satisfies readonly PresetName[];

/** Each scene under each preset; where two presets say the same, once. */
export const scenarios: readonly Scenario[] = sceneNames.flatMap((scene) => {
  const target = { scene, id: `simulated-${scene}` };
  const byLimits = Map.groupBy(presetNames, (name) => JSON.stringify(presets[name][scene]));
  return [...byLimits.values()].flatMap((names) =>
    names.slice(0, 1).map((preset) => ({ target, preset, presets: names })),
  );
});
