import type { PresetName } from "../../../lib/model/limits.ts";
import type { SceneName } from "../../../lib/model/scene.ts";
import type { Figures } from "../figures.ts";
import type { RelayName } from "../relays.ts";
import type { ShapeName } from "../shapes.ts";
import type { Result } from "../simulate.ts";

/** What a bound is worth in one result. Times in ms. */
export type Compared = {
  readonly own: Figures;
  /** Of the relay that it is held against; its own where there is none. */
  readonly beside: Figures;
  readonly result: Result;
};

/** What one relay's figures must be, and in which results. */
export type Bound = {
  readonly en: string;
  readonly zh: string;
  readonly relay: RelayName;
  readonly beside?: RelayName;
  readonly scenes: readonly SceneName[];
  /** Which of its texts QQ keeps; both where it is not said. */
  readonly kept?: PresetName;
  readonly shapes: readonly ShapeName[];
  /** Only in runs of so many days at least, as a month's half is no half of a week. */
  readonly days?: number;
  readonly unit: "count" | "time";
  readonly figure: (compared: Compared) => number;
} & ({ readonly atMost: (compared: Compared) => number } | { readonly atLeast: (compared: Compared) => number });
