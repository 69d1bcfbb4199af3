/** What the whole bot knows of QQ being out of order. `openUntil` in ms of the epoch. */
export type Breaker = {
  /** Sends in a row that ended without a word of QQ's about them. */
  readonly failures: number;
  /** Until when nothing is sent; then one message probes. */
  readonly openUntil: number;
};

export const closedBreaker: Breaker = { failures: 0, openUntil: 0 };
