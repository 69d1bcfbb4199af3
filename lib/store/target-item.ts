import type { TargetState } from "../model/standing.ts";
import type { TargetItem } from "../ports.ts";
import { asTexts, optional } from "./decode.ts";
import { isMap, type Item } from "./item.ts";
import { toQuota } from "./quotas.ts";

/** A target's own item: state and counters lie together, so that a deliverer reads both by taking the lease. */
export const toTargetItem = (item: Item): TargetItem => ({
  state: toState(item),
  quota: toQuota(item),
  windowsUntil: Number(item["windowsUntil"] ?? 0),
});

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
    ...time("hushedUntil"),
    ...(isMap(item["mutes"]) && { mutes: readTimes(item["mutes"]) }),
    ...(isMap(item["unbound"]) && { unbound: readTimes(item["unbound"]) }),
    ...(isMap(item["downgrades"]) && { downgrades: readTimes(item["downgrades"]) }),
    ...time("sharedClosedUntil"),
    ...time("sharedKeptUntil"),
    ...(typeof item["address"] === "string" && { address: item["address"] }),
    ...time("wakeupOffAt"),
    ...time("wakeupOffTimes"),
    ...time("spokeAt"),
    ...time("chattedAt"),
    ...time("toldAt"),
    ...time("warnedAt"),
    ...(isMap(item["acts"]) && { acts: readTimes(item["acts"]) }),
    ...time("leftAt"),
    ...time("auditUntil"),
    ...time("countedUntil"),
    ...optional("heldFor", asTexts(item["heldFor"])),
    ...time("dueAt"),
  };
}
