import { day, hour, minute, second } from "../base/time.ts";

const units = { s: second, m: minute, h: hour, d: day } as const;

/** `30s`, `15m`, `2h`, `7d`. */
export type Duration = `${number}${keyof typeof units}`;

/** Milliseconds of a duration; undefined when it is not one. */
export function readDuration(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  return count && unit ? Number(count) * units[unit as keyof typeof units] : undefined;
}
