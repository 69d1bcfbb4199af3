import type { Standing, TargetState } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import { type Item, textOf, type Value } from "./attributes.ts";
import { readPending } from "./deliveries.ts";
import { isWindowKey, standingRange, targetPk } from "./keys.ts";
import { toQuota } from "./quotas.ts";
import type { Table } from "./table.ts";
import { toWindow } from "./windows.ts";

/** A target's standing by two strongly consistent queries in parallel; neither grows with the target's history. */
export async function loadStanding(table: Table, target: Target): Promise<Standing> {
  const [deliveries, rest] = await Promise.all([readPending(table, target), readRest(table, target)]);
  const one = (sk: string): Item => rest.find((item) => item["sk"] === sk) ?? {};
  return {
    target,
    deliveries,
    windows: rest.filter((item) => isWindowKey(textOf(item["sk"]))).map(toWindow),
    quota: toQuota(one("quota")),
    state: toState(one("state")),
  };
}

async function readRest(table: Table, target: Target): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of table.query({
    ConsistentRead: true,
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: {
      ":pk": { S: targetPk(target) },
      ":from": { S: standingRange.from },
      ":to": { S: standingRange.to },
    },
  }))
    items.push(item);
  return items;
}

const isMap = (value: Value | undefined): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Set);

const readTimes = (item: Item): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, Number(value)]));

function toState(item: Item): TargetState {
  const time = (name: string) => (item[name] === undefined ? {} : { [name]: Number(item[name]) });
  return {
    ...(item["proactive"] === "denied" && { proactive: "denied" as const }),
    ...(item["gone"] === true && { gone: true as const }),
    ...time("mutedUntil"),
    ...(isMap(item["mutes"]) && { mutes: readTimes(item["mutes"]) }),
    ...time("wideClosedUntil"),
    ...(typeof item["address"] === "string" && { address: item["address"] }),
    ...time("dueAt"),
  };
}
