import { countAllMetrics } from "./all-metrics.ts";
import { type Cost, cost, sumOf } from "./cost.ts";
import { costOfExtra, extraNames } from "./extras.ts";
import { costOfMillion, kindNames } from "./kinds.ts";
import { monthOf, type Scenario } from "./month.ts";
import { prices, type Prices, type Region } from "./prices.ts";
import type { Units } from "./units.ts";

/** Webhooks a month that the pages show. */
export const volumes = [1_000, 100_000, 10_000_000] as const;

const scenarioNames = ["quiet", "backlog"] as const satisfies readonly Scenario[];

/** The region whose bill is told line by line. */
export const home = "us-east-1" satisfies Region;

const regionNames = Object.keys(prices) as readonly Region[];

/** A sum in USD; `isAbout` where what is about of its prices makes more of it than a rounding would. */
export type Sum = { readonly usd: number; readonly isAbout: boolean };

const readOnly = (of: Prices): Prices =>
  Object.fromEntries(Object.entries(of).map(([name, price]) => [name, price.about ? { usd: 0 } : price])) as Prices;

const negligible = 0.05;

function totalOf(of: Prices, units: Units, scenario: Scenario, webhooks: number): Sum {
  const usd = sumOf(cost({ scenario, webhooks }, units, of));
  const read = sumOf(cost({ scenario, webhooks }, units, readOnly(of)));
  return { usd, isAbout: read < usd * (1 - negligible) };
}

type Column = { readonly scenario: Scenario; readonly webhooks: number; readonly cost: Cost; readonly past: number };

/** All that the pages and the printed tables show, in USD. */
export function figuresOf(units: Units) {
  const column = (scenario: Scenario, webhooks: number): Column => ({
    scenario,
    webhooks,
    cost: cost({ scenario, webhooks }, units, prices[home]),
    past: sumOf(cost({ scenario, webhooks, free: true }, units, prices[home])),
  });
  const largest = column("quiet", volumes[2]);
  return {
    idle: column("quiet", 0),
    columns: scenarioNames.flatMap((scenario) => volumes.map((webhooks) => column(scenario, webhooks))),
    kinds: kindNames.map((kind) => ({ kind, ...costOfMillion(kind, units, prices[home]) })),
    regions: regionNames.map((region) => regionOf(region, units)),
    /** The dearest line of the largest quiet month, and its share. */
    dominant: dominantOf(largest.cost),
    metrics: { one: monthOf("quiet", 1, units).metrics, all: countAllMetrics() },
  };
}

export type Figures = ReturnType<typeof figuresOf>;

function regionOf(region: Region, units: Units) {
  const of: Prices = prices[region];
  const months = [
    totalOf(of, units, "quiet", 0),
    ...scenarioNames.flatMap((scenario) => volumes.map((webhooks) => totalOf(of, units, scenario, webhooks))),
  ];
  return { region, months, extras: extraNames.map((extra) => costOfExtra(extra, of)) };
}

function dominantOf(cost: Cost): { readonly line: keyof Cost; readonly share: number } {
  const [line, usd] = Object.entries(cost).reduce((most, each) => (each[1] > most[1] ? each : most));
  return { line: line as keyof Cost, share: usd / sumOf(cost) };
}
