/**
 * The largest of 0 … `max` that fits, where all below one that fits fit too; 0 when none does. It tries small ones
 * first: a message holds little of what may be very long.
 */
export function largest(max: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (high <= max && fits(high)) {
    low = high;
    high *= 2;
  }
  high = Math.min(high - 1, max);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
