import type { TargetState } from "../model/standing.ts";
import type { TargetItem } from "../ports.ts";
import type { Item, Value } from "./item.ts";
import { toQuota } from "./quotas.ts";

/** A target's own item: state and counters lie together, so that a deliverer reads both by taking the lease. */
export const toTargetItem = (item: Item): TargetItem => ({
  state: toState(item),
  quota: toQuota(item),
  windowsUntil: Number(item["windowsUntil"] ?? 0),
});

const isMap = (value: Value | undefined): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Set);

const readTimes = (item: Item): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, Number(value)]));

function toState(item: Item): TargetState {
  const time = (name: string) => (item[name] === undefined ? {} : { [name]: Number(item[name]) });
  return {
    ...(item["proactive"] === "denied" && { proactive: "denied" as const }),
    ...(item["gone"] === true && { gone: true as const }),
    ...time("deniedUntil"),
    ...time("deniedTimes"),
    ...time("goneUntil"),
    ...time("goneTimes"),
    ...time("mutedUntil"),
    ...(isMap(item["mutes"]) && { mutes: readTimes(item["mutes"]) }),
    ...(isMap(item["downgrades"]) && { downgrades: readTimes(item["downgrades"]) }),
    ...time("sharedClosedUntil"),
    ...(typeof item["address"] === "string" && { address: item["address"] }),
    ...time("dueAt"),
  };
}
