import type { Basis } from "./in-force.ts";
import type { Rule } from "./limits.ts";

/** What is left of one of the target's own limits on proactive sends, and when (ms) it will have more. */
type RuleStatus = {
  readonly every: Rule["every"];
  readonly left: number;
  readonly max: number;
  readonly opensAt: number;
};

/** A target's standing as its people may want to know it. Times in milliseconds of the epoch. */
export type Status = {
  /**
   * `denied`, `gone`: as QQ says, until one push asks again, or without `until` an event; `closed`: used up for the whole bot
   * or guild (`of`); `counted` without rules: nothing limits it.
   */
  readonly proactive:
    | { readonly kind: "denied"; readonly until?: number }
    | { readonly kind: "gone"; readonly until?: number }
    | { readonly kind: "replies-only" }
    | { readonly kind: "closed"; readonly until: number; readonly of: "guild" | "bot" }
    | { readonly kind: "counted"; readonly rules: readonly RuleStatus[] };
  /** Which rules count that, where it is QQ's to show. */
  readonly basis?: Basis;
  /** Notices that wait; answers to commands are none. */
  readonly held: number;
  /** Notices that the last digest only counted, for `more`. */
  readonly counted: number;
  /** Open reply windows, the one that closes soonest first; without `left` any number of replies. */
  readonly windows: readonly { readonly closesAt: number; readonly left?: number }[];
  /** Until when everything is muted, and whether what is critical is too. */
  readonly muted?: { readonly until: number; readonly all: boolean };
  readonly mutes: readonly { readonly route: string; readonly until: number }[];
  /** Routes that were paired with the target from inside QQ. */
  readonly bound: readonly string[];
};
