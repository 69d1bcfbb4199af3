const hour = 3_600_000;
const offset = 8 * hour;
const sliding = { minute: 60_000, second: 1_000 } as const;

export type Every = "month" | "day" | "minute" | "second";

/**
 * The span that a limit counts in, as milliseconds of the epoch, end excluded. Months and days are QQ's calendar in
 * Asia/Shanghai (+8 h all year); minutes and seconds slide, so that two full ones never meet at a boundary.
 */
export function spanOf(every: Every, now: number): { readonly from: number; readonly to: number } {
  if (every === "minute" || every === "second") return { from: now - sliding[every] + 1, to: now + 1 };
  const local = new Date(now + offset);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  return every === "month"
    ? { from: Date.UTC(year, month, 1) - offset, to: Date.UTC(year, month + 1, 1) - offset }
    : { from: Date.UTC(year, month, day) - offset, to: Date.UTC(year, month, day + 1) - offset };
}

/** Whole days of the Shanghai calendar between two moments. */
export const daysBetween = (from: number, to: number): number =>
  (spanOf("day", to).from - spanOf("day", from).from) / (24 * hour);

/** `2026-07-21T10:30:00+08:00`, as QQ writes times. */
export const writeTime = (at: number): string => `${new Date(at + offset).toISOString().slice(0, 19)}+08:00`;
