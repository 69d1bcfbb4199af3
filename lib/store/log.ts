import type { Delivery } from "../model/delivery.ts";
import type { Target } from "../model/target.ts";
import { toDelivery } from "./deliveries.ts";
import { deliveriesBy, logShard, targetPk } from "./keys.ts";
import type { Key, Table } from "./table.ts";

/**
 * The delivery log of a target, newest first, as it is asked for: each costs one entry of an index and one item, whatever else
 * is kept. `since` (ms): none that arrived before.
 */
export async function* readLog(table: Table, target: Target, since = 0): AsyncGenerator<Delivery> {
  let keys: Key[] = [];
  for await (const key of table.queryLatest(logShard(target), since)) {
    keys.push(key);
    if (keys.length < logPage) continue;
    yield* await readEach(table, target, keys);
    keys = [];
  }
  yield* await readEach(table, target, keys);
}

/** Items of the log that are read at once: what a person looks at first. */
const logPage = 25;

async function readEach(table: Table, target: Target, keys: readonly Key[]): Promise<readonly Delivery[]> {
  const items = await Promise.all(keys.map((key) => table.get(key)));
  return items.flatMap((item) => (item ? [toDelivery(target, item)] : []));
}

/** The newest of them, at most `limit`. */
export async function listDeliveries(table: Table, target: Target, limit: number): Promise<readonly Delivery[]> {
  const listed: Delivery[] = [];
  if (limit <= 0) return listed;
  for await (const delivery of readLog(table, target)) if (listed.push(delivery) >= limit) break;
  return listed;
}

/** Whether any delivery of a route is kept for a target: the first of one query, whatever there is of others. */
export async function hasDeliveryOf(table: Table, target: Target, route: string): Promise<boolean> {
  for await (const _ of table.query(targetPk(target), deliveriesBy(route), 1)) return true;
  return false;
}
