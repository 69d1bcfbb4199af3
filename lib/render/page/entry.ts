import type { Block } from "./block.ts";

/** One thing that a message may tell: all that there is to it, and which notices (by their place) it tells. */
export type Entry = {
  readonly block: Block;
  readonly covers: readonly number[];
  /** Its link is worth more than what comes further down. */
  readonly leads: boolean;
};

/** An entry as far as it is told. */
export type ToldEntry = { readonly entry: Entry; readonly block: Block };

/** Whether a message that tells these entries stays within its limit. */
export type Fits = (told: readonly ToldEntry[]) => boolean;
