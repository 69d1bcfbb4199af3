/** USD for people: with cents, but for sums in which nobody counts them: `0.04`, `12.90`, `103`. */
export const usd = (value: number): string =>
  value < 99.995 ? value.toFixed(2) : Math.round(value).toLocaleString("en-US");
