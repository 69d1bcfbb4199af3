import { formatTable } from "../table.ts";
import { sumOf } from "./cost.ts";
import { extraNames } from "./extras.ts";
import { figuresOf, home } from "./figures.ts";
import type { Units } from "./units.ts";
import { usd } from "./usd.ts";
import { kindNames, lineNames } from "./words.ts";

/** What the pages show, as plain tables. */
export function printCosts(units: Units): string {
  const { idle, columns, kinds, regions } = figuresOf(units);
  const all = [idle, ...columns];
  const head = ["", ...all.map(({ scenario, webhooks }) => `${scenario} ${webhooks.toLocaleString("en-US")}`)];
  const lines = Object.entries(lineNames).map(([line, { en }]) => [
    en,
    ...all.map(({ cost }) => usd(cost[line as keyof typeof cost])),
  ]);
  const sums = [
    ["together", ...all.map(({ cost }) => usd(sumOf(cost)))],
    ["less what is free for good", ...all.map(({ past }) => usd(past))],
  ];
  const each = kinds.map(({ kind, writes, reads, waitedMs, lambda, dynamodb, logs }) => [
    kindNames[kind].en.replace("{seconds}", String(waitedMs / 1_000)),
    ...[writes, reads].map((value) => value.toFixed(1)),
    ...[lambda, dynamodb, logs].map(usd),
  ]);
  const places = regions.map(({ region, months, extras }) => [
    region,
    ...[...months, ...extras].map(({ usd: value, isAbout }) => `${isAbout ? "~" : ""}${usd(value)}`),
  ]);
  return [
    formatTable(`USD a month, ${home}`, head, [...lines, ...sums]),
    formatTable(`USD a million, ${home}`, ["", "writes", "reads", "Lambda", "DynamoDB", "logs"], each),
    formatTable("USD a month, together", [...head, ...extraNames], places),
  ].join("\n");
}
