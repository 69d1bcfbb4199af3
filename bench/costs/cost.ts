import { allowances } from "./assumptions.ts";
import { type Month, monthOf, type Scenario } from "./month.ts";
import type { Prices } from "./prices.ts";
import type { Units } from "./units.ts";

/** USD by what a bill tells apart. */
export type Cost = {
  readonly lambda: number;
  readonly dynamodb: number;
  readonly logs: number;
  readonly metrics: number;
  readonly alarms: number;
  /** The table's, its backups', and that of kept logs. */
  readonly storage: number;
  readonly transfer: number;
  readonly schedule: number;
};

const million = 1_000_000;

/** What a month costs in USD, nothing taken off. */
export const priceOf = (month: Month, prices: Prices): Cost => ({
  lambda:
    (month.lambdaRequests / million) * prices.lambdaRequests.usd + month.lambdaGbSeconds * prices.lambdaGbSecond.usd,
  dynamodb: (month.writes / million) * prices.writes.usd + (month.reads / million) * prices.reads.usd,
  logs: month.logGb * prices.logGb.usd,
  metrics: month.metrics * prices.metric.usd,
  alarms: month.alarmMetrics * prices.alarmMetric.usd,
  storage:
    month.tableGb * prices.tableGb.usd + month.backupGb * prices.backupGb.usd + month.logKeptGb * prices.logKeptGb.usd,
  transfer: month.outGb * prices.outGb.usd,
  schedule: (month.schedules / million) * prices.schedules.usd,
});

/** What is left to pay of a month where an account uses its allowances for nothing else. */
export const pastAllowances = (month: Month): Month => ({
  ...month,
  ...Object.fromEntries(
    Object.entries(allowances).map(([name, free]) => [
      name,
      Math.max(0, month[name as keyof typeof allowances] - free),
    ]),
  ),
});

/** What so many webhooks a month cost in USD, with everything, or with what every account has for nothing taken off. */
export function cost(
  {
    scenario,
    webhooks,
    free = false,
  }: { readonly scenario: Scenario; readonly webhooks: number; readonly free?: boolean },
  units: Units,
  prices: Prices,
): Cost {
  const month = monthOf(scenario, webhooks, units);
  return priceOf(free ? pastAllowances(month) : month, prices);
}

export const sumOf = (cost: Cost): number => Object.values(cost).reduce((sum, usd) => sum + usd, 0);
