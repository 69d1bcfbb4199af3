import { deployed } from "./assumptions.ts";
import { monthHours } from "./month.ts";
import type { Prices } from "./prices.ts";

/** What is off unless asked for and costs whether anybody sends or not: by which prices, and how many of each in an hour. */
const extras = {
  /** The gateway process as a Fargate task with a public address of its own. */
  gateway: { fargateCpuHour: deployed.gateway.cpu, fargateGbHour: deployed.gateway.gb, addressHour: 1 },
  /** The fixed address by a NAT gateway, and by an instance in its place. */
  nat: { natHour: 1, addressHour: 1 },
  nano: { nanoHour: 1, addressHour: 1 },
} as const satisfies Record<string, Partial<Record<keyof Prices, number>>>;

export type Extra = keyof typeof extras;

export const extraNames = Object.keys(extras) as readonly Extra[];

/** USD a month; `isAbout` where one of its prices is. */
export function costOfExtra(extra: Extra, prices: Prices): { readonly usd: number; readonly isAbout: boolean } {
  const parts = Object.entries(extras[extra]).map(([name, count]) => ({ ...prices[name as keyof Prices], count }));
  return {
    usd: monthHours * parts.reduce((sum, { usd, count }) => sum + usd * count, 0),
    isAbout: parts.some(({ about }) => about),
  };
}
