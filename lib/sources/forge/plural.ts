/** `2,048+` for a number that is as many as are told at most, and may be more; the number itself below it. */
export const exactOrMore = (count: number, max: number): string =>
  count >= max ? `${max.toLocaleString("en-US")}+` : String(count);

/** `1 commit`, `3 commits`, and where so many at most are told, `2,048+ commits`. */
export const counted = (count: number, noun: string, max = Number.POSITIVE_INFINITY): string =>
  `${exactOrMore(count, max)} ${noun}${count === 1 ? "" : "s"}`;
