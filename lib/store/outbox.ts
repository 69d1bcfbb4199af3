import { readTarget, type Target } from "../model/target.ts";
import type { Live } from "../ports.ts";
import { textOf } from "./attributes.ts";
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
 * Every target with something pending: how much, and when the oldest and the newest of it arrived. A scan of the sparse
 * `live` index: its cost is what is pending, not history.
 */
export async function* liveTargets(table: Table): AsyncGenerator<Live> {
  const found = new Map<string, Omit<Live, "target">>();
  for await (const item of table.scan({ IndexName: indexes.live })) {
    if (!isDeliveryKey(textOf(item["sk"]))) continue;
    const name = targetNameOf(textOf(item["pk"]));
    const arrivedAt = Date.parse(textOf(item["live"]).split("#", 1)[0] ?? "");
    if (name === undefined) continue;
    const { pending, oldest, newest } = found.get(name) ?? { pending: 0, oldest: arrivedAt, newest: arrivedAt };
    found.set(name, {
      pending: pending + 1,
      oldest: Math.min(oldest, arrivedAt),
      newest: Math.max(newest, arrivedAt),
    });
  }
  for (const [name, live] of found) {
    const target = readTarget(name);
    if (target) yield { target, ...live };
  }
}
