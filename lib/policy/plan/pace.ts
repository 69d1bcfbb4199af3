/** So many sends allowed in a span of time, and how many of them are left. Times in ms of the epoch. */
export type Allowance = {
  readonly max: number;
  readonly left: number;
  readonly begins: number;
  readonly ends: number;
};

/**
 * When (ms) a send that is not critical may go: half of them freely, the other half spread over the rest of the span, the last
 * one kept for what is critical. With the share `f` of the span gone that is `left - 1 >= ceil(max / 2 * (1 - f))`, and in the
 * last tenth whenever one is left. Infinity = none is.
 */
export function pacedFrom(allowance: Allowance): number {
  const { max, left, begins, ends } = allowance;
  if (left < 1) return Number.POSITIVE_INFINITY;
  const kept = Math.ceil(((ends - begins) * (max - 2 * (left - 1))) / max);
  return Math.min(begins + Math.max(0, kept), lastTenthOf(allowance));
}

/** When (ms) the last tenth of a span begins, in which nothing is kept. */
export const lastTenthOf = ({ begins, ends }: Pick<Allowance, "begins" | "ends">): number =>
  begins + Math.ceil(((ends - begins) * 9) / 10);

/** How many in a row may go at `now` (ms). */
export function freeOf(allowance: Allowance, now: number): number {
  let free = 0;
  while (pacedFrom({ ...allowance, left: allowance.left - free }) <= now) free += 1;
  return free;
}
