import type { Rule } from "./limits.ts";

/** Days of a calendar period. */
const days = { month: 31, day: 1 } as const;

/**
 * How many pushes a day, taken over its period, make a rule ample, so that none of them need be spared; and below how many it is
 * rare, so that a push is worth waiting for until it is known that nobody will speak.
 */
const pushesADay = { ample: 100, rare: 1 } as const;

/** How much the pushes that a calendar rule allows have to be spared. */
export function scarcityOf({ max, every }: Pick<Rule, "max"> & { readonly every: keyof typeof days }) {
  const aDay = max / days[every];
  if (aDay >= pushesADay.ample) return "ample";
  return aDay < pushesADay.rare ? "rare" : "scarce";
}
