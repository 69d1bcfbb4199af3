import { readTarget, type Target } from "../model/target.ts";
import { isDeliveryKey, targetNameOf } from "./keys.ts";
import { indexes, type Table } from "./table.ts";

const targetOfPk = (pk: unknown): Target | undefined => {
  const name = targetNameOf(String(pk));
  return name === undefined ? undefined : readTarget(name);
};

/** Targets of a scene whose `dueAt` has come, soonest first: reads only what is due. */
export async function* dueTargets(table: Table, scene: Target["scene"], now: number): AsyncGenerator<Target> {
  for await (const item of table.query({
    IndexName: indexes.due,
    KeyConditionExpression: "dueShard = :scene AND dueAt <= :now",
    ExpressionAttributeValues: { ":scene": { S: scene }, ":now": { N: String(now) } },
  })) {
    const target = targetOfPk(item["pk"]);
    if (target) yield target;
  }
}

/**
 * Every target with something pending, and when its newest pending delivery arrived (ms). A scan of the sparse `live`
 * index: its cost is what is pending, not history.
 */
export async function* liveTargets(
  table: Table,
): AsyncGenerator<{ readonly target: Target; readonly arrivedAt: number }> {
  const newest = new Map<string, number>();
  for await (const item of table.scan({ IndexName: indexes.live })) {
    if (!isDeliveryKey(String(item["sk"]))) continue;
    const name = targetNameOf(String(item["pk"]));
    const arrivedAt = Date.parse(String(item["live"]).split("#", 1)[0] ?? "");
    if (name !== undefined) newest.set(name, Math.max(arrivedAt, newest.get(name) ?? 0));
  }
  for (const [name, arrivedAt] of newest) {
    const target = readTarget(name);
    if (target) yield { target, arrivedAt };
  }
}
