import type { PresetName, Rule, SceneLimits } from "./limits.ts";

/**
 * Which of QQ's texts a scene's limits are of, and why: `set` in the settings; `alike`, since both say the same; not yet
 * `known`, so that the stricter one counts; `refused` what goes beyond it, until its period ends; `shown` by QQ. Times in ms.
 */
export type Basis =
  | { readonly preset: PresetName; readonly why: "set" }
  | { readonly preset: "published"; readonly why: "alike" | "unknown" }
  | { readonly preset: "published"; readonly why: "refused"; readonly until: number }
  | { readonly preset: "2026"; readonly why: "shown"; readonly since: number };

/** The limits in force for a target at one moment. */
export type InForce = {
  readonly limits: SceneLimits;
  /** IANA zone of QQ's days and months. */
  readonly quotaZone: string;
  readonly basis: Basis;
  /** Where QQ is to show which of its texts holds: what a push has to go beyond to show anything. */
  readonly proof?: readonly Rule[];
  /** What one push may ask QQ for once these are used up: from when (ms), and the limits that it goes by. */
  readonly beyond?: { readonly from: number; readonly limits: SceneLimits };
};
