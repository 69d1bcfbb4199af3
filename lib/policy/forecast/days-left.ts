/** What a count allows, and how much of its period (0 to 1, of so many days) is gone. */
type Spent = {
  readonly left: number;
  readonly max: number;
  readonly share: number;
  readonly days: number;
};

/** A period that has hardly begun shows no pace: what was spent by then counts as that of a tenth of it. */
const leastShare = 0.1;

/** In how many days none will be left, at the pace so far; undefined where they do to the end of the period. */
export function daysLeft({ left, max, share, days }: Spent): number | undefined {
  if (left <= 0) return 0;
  const perDay = (max - left) / (Math.max(share, leastShare) * days);
  const lasts = left / perDay;
  return lasts < (1 - share) * days ? lasts : undefined;
}
