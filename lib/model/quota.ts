import type { Claim } from "./claim.ts";

/** What QQ refuses a push for while our own count has room: that too much was sent, or too fast. */
export type Excess = "quota" | "pace";

/**
 * One unit of a sliding rule. `booked`: it may begin from `at` on, for whom `by` says; an `urgent` one gives way to nobody.
 * `begun`: QQ gets it at some moment until `until`. `ended`: QQ had it by `at`. A list of them is in the order of their turns.
 */
export type Slot =
  | { readonly kind: "booked"; readonly at: number; readonly by: string; readonly urgent?: true }
  | { readonly kind: "begun"; readonly at: number; readonly until: number; readonly by: string }
  | { readonly kind: "ended"; readonly at: number };

/**
 * Counters of one owner (a target, a guild, the bot), as loaded. Keys of `used`, `doubt`, `told`, `wanted` are `<rule>@<period>`, of
 * `recent`, `closed` the rule's id. Times in milliseconds of the epoch.
 */
export type Quota = {
  readonly used: Readonly<Record<string, number>>;
  /** Sends whose answers were lost: QQ may have counted them or not, and its own refusal decides. */
  readonly doubt: Readonly<Record<string, number>>;
  /** The latest sends under a sliding rule, and those that have a slot ahead, in the order of their turns. */
  readonly recent: Readonly<Record<string, readonly Slot[]>>;
  /** Distinct targets sent to under a rule that counts targets. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** Targets that found no room under such a rule. */
  readonly wanted: Readonly<Record<string, readonly string[]>>;
  /** Until when QQ's own refusal closed a rule. */
  readonly closed: Readonly<Record<string, number>>;
  /** How many pushes in a row QQ refused for it, since it took one last. */
  readonly refused: Readonly<Partial<Record<Excess, number>>>;
  readonly claim?: Claim;
};

export const emptyQuota: Quota = { used: {}, doubt: {}, recent: {}, told: {}, wanted: {}, closed: {}, refused: {} };
