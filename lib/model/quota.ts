import type { Claim } from "./claim.ts";

/** What QQ refuses a push for while our own count has room: that too much was sent, or too fast. */
export type Excess = "quota" | "pace";

/**
 * Counters of one owner (a target, a guild, the bot), as loaded. Keys of `used`, `doubt`, `told` are `<rule>@<period>`, of
 * `recent`, `closed` the rule's id. Times in milliseconds of the epoch.
 */
export type Quota = {
  readonly used: Readonly<Record<string, number>>;
  /** Sends whose answers were lost: QQ may have counted them or not, and its own refusal decides. */
  readonly doubt: Readonly<Record<string, number>>;
  /** Times of the latest sends under a sliding rule, oldest first. */
  readonly recent: Readonly<Record<string, readonly number[]>>;
  /** Distinct targets sent to under a rule that counts targets. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** Until when QQ's own refusal closed a rule. */
  readonly closed: Readonly<Record<string, number>>;
  /** How many pushes in a row QQ refused for it, since it took one last. */
  readonly refused: Readonly<Partial<Record<Excess, number>>>;
  readonly claim?: Claim;
};

export const emptyQuota: Quota = { used: {}, doubt: {}, recent: {}, told: {}, closed: {}, refused: {} };
