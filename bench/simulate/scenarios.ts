import { type PresetName, presets } from "../../lib/model/limits.ts";
import type { RoutePolicy } from "../../lib/model/route.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import type { Target } from "../../lib/model/target.ts";
import type { RouteId } from "./traffic.ts";

/** One conversation under the limits of one preset; `presets` are all those that limit its scene in this way. */
export type Scenario = {
  readonly target: Target;
  readonly preset: PresetName;
  readonly presets: readonly PresetName[];
};

const presetNames = Object.keys(presets) as readonly PresetName[];

/** Each scene under each preset; where two presets say the same, once. */
export const scenarios: readonly Scenario[] = sceneNames.flatMap((scene) => {
  const target = { scene, id: `simulated-${scene}` };
  const byLimits = Map.groupBy(presetNames, (name) => JSON.stringify(presets[name][scene]));
  return [...byLimits.values()].flatMap((names) => names.slice(0, 1).map((preset) => ({ target, preset, presets: names })));
});

/** The policy of each route. */
export type Policies = Readonly<Record<RouteId, RoutePolicy>>;

/** A relay to compare: a naive one, or this project's. */
export type Relay =
  | { readonly kind: "naive"; readonly replies: boolean }
  | { readonly kind: "relay"; readonly policies: Policies };

/** By the name that tables show. */
export const relays = {
  "naive push": { kind: "naive", replies: false },
  "naive push + reply": { kind: "naive", replies: true },
  "qq-relay": { kind: "relay", policies: { ci: {}, alerts: {} } },
  A: { kind: "relay", policies: { ci: { reserve: 1, digestAt: "09:00" }, alerts: { reserve: 1, digestAt: "09:00" } } },
  B: { kind: "relay", policies: { ci: { proactive: "critical" }, alerts: { proactive: "critical" } } },
  C: { kind: "relay", policies: { ci: { reserve: 1 }, alerts: { reserve: 1 } } },
  D: { kind: "relay", policies: { ci: { reserve: 2 }, alerts: { reserve: 2 } } },
  E: { kind: "relay", policies: { ci: { reserve: 1, digestAt: "09:00" }, alerts: { reserve: 1 } } },
  F: { kind: "relay", policies: { ci: { reserve: 1, digestAt: "09:00" }, alerts: { proactive: "critical" } } },
  G: { kind: "relay", policies: { ci: { quiet: { from: "23:00", to: "08:00" } }, alerts: { quiet: { from: "23:00", to: "08:00" } } } },
  H: { kind: "relay", policies: { ci: { reserve: 1, quiet: { from: "23:00", to: "08:00" } }, alerts: { reserve: 1, quiet: { from: "23:00", to: "08:00" } } } },
} as const satisfies Record<string, Relay>;

export type RelayName = keyof typeof relays;
