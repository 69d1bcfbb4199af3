import type { Part } from "./part.ts";

/** One thing that a message may tell: all that there is to it, and which notices (by their place) it tells. */
export type Entry = {
  readonly part: Part;
  readonly covers: readonly number[];
  /** Its link is worth more than what comes further down. */
  readonly leads: boolean;
};

/** An entry as far as it is told. */
export type Told = { readonly entry: Entry; readonly part: Part };

/** Whether a message that tells these entries stays within its limit. */
export type Fits = (told: readonly Told[]) => boolean;
