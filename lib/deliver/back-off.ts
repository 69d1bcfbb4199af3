/** Waits (ms) of those that wrote to one item at once and lost: the longer, the more often, so that the rest soon gets by. */
const shortest = 10;
const longest = 320;

/** How long (ms) to wait after the `lost`-th write that another's came before. `random` is 0 … 1. */
export const backOff = (lost: number, random: number): number =>
  Math.ceil(random * Math.min(longest, shortest * 2 ** (lost - 1)));
