import type { Delivery } from "../model/delivery.ts";
import type { Target } from "../model/target.ts";
import type { Settlement } from "../model/settlement.ts";
import { type Item, textOf, type Value } from "./attributes.ts";
import { deliveryIdOf, deliveryKey, targetPk } from "./keys.ts";
import { indexes, type Table } from "./table.ts";

/**
 * Puts a delivery unless its id is known at the target: the sender's repeat is seen and the work is durable by one
 * write. `live` keeps it in the sparse index of what is pending, in order of arrival.
 */
export async function enlist(table: Table, delivery: Delivery): Promise<"enlisted" | "repeated"> {
  const { id, target, notice, ...rest } = delivery;
  const item: Item = {
    ...deliveryKey(target, id),
    ...rest,
    ...(target.guild !== undefined && { guild: target.guild }),
    notice: JSON.stringify(notice),
    live: `${new Date(delivery.arrivedAt).toISOString()}#${id}`,
  };
  return (await table.put(item, "attribute_not_exists(pk)")) ? "enlisted" : "repeated";
}

export async function readDelivery(table: Table, target: Target, id: string): Promise<Delivery | undefined> {
  const item = await table.get(deliveryKey(target, id));
  return item && toDelivery(target, item);
}

/**
 * Pending deliveries of a target in order of arrival: a strongly consistent query of what is pending, not of history. One
 * that is settled while the query fetches the items of the index is left out.
 */
export async function readPending(table: Table, target: Target): Promise<readonly Delivery[]> {
  const pending: Delivery[] = [];
  for await (const item of table.query({
    IndexName: indexes.live,
    ConsistentRead: true,
    Select: "ALL_ATTRIBUTES",
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: targetPk(target) } },
  }))
    if (item["state"] === "pending") pending.push(toDelivery(target, item));
  return pending;
}

/** Whether anything is pending for a target: one read of the index. */
export async function hasPending(table: Table, target: Target): Promise<boolean> {
  for await (const _ of table.query({
    IndexName: indexes.live,
    ConsistentRead: true,
    Limit: 1,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: targetPk(target) } },
  }))
    return true;
  return false;
}

/** The delivery log of a target, newest first, at most `limit`. For people: it grows with history. */
export async function listDeliveries(table: Table, target: Target, limit: number): Promise<readonly Delivery[]> {
  const all: Delivery[] = [];
  for await (const item of table.query({
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": { S: targetPk(target) }, ":prefix": { S: "delivery#" } },
  }))
    all.push(toDelivery(target, item));
  return all.toSorted((a, b) => b.arrivedAt - a.arrivedAt).slice(0, limit);
}

/**
 * Records how deliveries are left. One that is finished leaves the index and is kept until its retention ends; one that
 * stays pending keeps its place. A delivery that is finished already is never changed back.
 */
export async function settle(
  table: Table,
  target: Target,
  settlements: readonly Settlement[],
  expiresAt: number,
): Promise<void> {
  await Promise.all(settlements.map((settlement) => settleOne(table, target, settlement, expiresAt)));
}

async function settleOne(table: Table, target: Target, settlement: Settlement, expiresAt: number): Promise<void> {
  const { id, state, attempts, claim, notBefore, permit, last, folded, severest, messageId, auditId } = settlement;
  const finished = state !== "pending";
  const given = { claim, notBefore, permit, last, folded, severest, messageId, auditId } as Readonly<
    Record<string, Value | undefined>
  >;
  await table.update({
    key: deliveryKey(target, id),
    set: { ...given, state, attempts, ...(finished && { expiresAt }) },
    remove: [
      ...(finished ? ["live"] : []),
      ...(notBefore === undefined ? ["notBefore"] : []),
      ...(permit === undefined ? ["permit"] : []),
    ],
    when: "attribute_exists(#pk) AND #state = :pending",
    names: { "#pk": "pk", "#state": "state" },
    values: { ":pending": "pending" },
  });
}

function toDelivery(target: Target, item: Item): Delivery {
  const { pk: _pk, sk, live: _live, guild, notice, expiresAt: _expiresAt, ...rest } = item;
  return {
    ...(rest as unknown as Delivery),
    id: deliveryIdOf(textOf(sk)),
    target: { ...target, ...(typeof guild === "string" && { guild }) },
    notice: JSON.parse(textOf(notice)),
  };
}
