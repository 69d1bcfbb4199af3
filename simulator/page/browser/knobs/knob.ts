import type { Overview } from "../../../live/view.ts";
import type { Settings } from "../../../settings.ts";
import type { Target } from "../../../scene.ts";
import type { Answered } from "../control.ts";

/** What a section of the panel is given: where things are, and how to turn them. */
export type Knob = {
  readonly overview: Overview;
  readonly target: Target;
  /** Calls the control; what it refuses is told above the panel. */
  readonly turn: (name: string, body: object) => Promise<Answered<unknown>>;
  readonly set: (changed: Partial<Settings>) => Promise<Answered<unknown>>;
};
