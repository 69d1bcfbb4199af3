import type { Level } from "../../lib/model/level.ts";
import type { Hours, PerDay } from "./hours.ts";
import type { Range } from "./random.ts";

/** The two routes that send to each conversation, as in `infra/routes.ts`. */
export type RouteId = "ci" | "alerts";

/** One notice of an episode. Its key is `about` and the episode's thing, as the sources make theirs. */
export type Step = {
  /** Minutes after the beginning. */
  readonly after: Range;
  readonly about: "push" | "run" | "pull" | "stars" | "alert";
  readonly level: Level;
  readonly title: (thing: string) => string;
  readonly line?: string;
  /** What a digest counts it as. */
  readonly what: string;
  readonly replaces?: true;
  readonly resolved?: true;
};

/** A chain of notices about one thing, which may happen several times in a row: a burst of pushes, an alert that flaps. */
export type Episode = {
  readonly route: RouteId;
  readonly perDay: PerDay;
  readonly hours: Hours;
  /** How many times in a row, and minutes from one beginning to the next. */
  readonly times: Range;
  readonly every: Range;
  readonly things: readonly [string, ...string[]];
  readonly steps: readonly Step[];
};
