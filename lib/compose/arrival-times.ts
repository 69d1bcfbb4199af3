/**
 * Stamps of one process (ms) that never repeat nor go back: what arrives within one millisecond keeps its order in the
 * table, where a delivery's place is its time of arrival.
 */
export function arrivalTimes(): (now: number) => number {
  let last = Number.NEGATIVE_INFINITY;
  return (now) => (last = Math.max(now, last + 1));
}
