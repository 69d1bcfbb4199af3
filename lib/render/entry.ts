import type { Part } from "./part.ts";

/** One thing that a message tells, with all that may be told of it if there is room. */
export type Entry = {
  readonly part: Part;
  /** Places of the notices that it tells, in the order in which they were given. */
  readonly covers: readonly number[];
  /** Its link is worth more than what comes further down. */
  readonly leads: boolean;
};
