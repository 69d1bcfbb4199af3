import { type Delivery, deliveryStates } from "../model/delivery.ts";
import { arkTemplates, forms } from "../model/form.ts";
import { levels } from "../model/level.ts";
import type { Notice } from "../model/notice.ts";
import type { Settlement } from "../model/settlement.ts";
import type { Target } from "../model/target.ts";
import { equals, isNew } from "./condition.ts";
import { asAnchor, asMap, asNumber, asOneOf, asReply, asText, asTexts, optional } from "./decode.ts";
import { type Item, textOf, type Value } from "./item.ts";
import { deliveryIdOf, deliveryKey, deliveryRange, liveDeliveries, liveDelivery, targetPk } from "./keys.ts";
import type { Table } from "./table.ts";

/**
 * Puts a delivery unless its id is known at the target: the sender's repeat is seen and the work is durable by one
 * write. `live` keeps it in the sparse index of what is pending, in order of arrival.
 */
export async function enlist(table: Table, delivery: Delivery): Promise<"enlisted" | "repeated"> {
  const { id, target, notice, ...rest } = delivery;
  const item = {
    ...deliveryKey(target, id),
    ...rest,
    ...(target.guild !== undefined && { guild: target.guild }),
    notice: JSON.stringify(notice),
    live: liveDelivery(delivery.arrivedAt, id),
  };
  return (await table.put(item, isNew)) ? "enlisted" : "repeated";
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
  for await (const item of table.queryLive(targetPk(target), liveDeliveries))
    if (item["state"] === "pending") pending.push(toDelivery(target, item));
  return pending;
}

/** Whether anything is pending for a target: one read of the index. */
export const hasPending = (table: Table, target: Target): Promise<boolean> =>
  table.hasLive(targetPk(target), liveDeliveries);

/** The delivery log of a target, newest first, at most `limit`. For people: it grows with history. */
export async function listDeliveries(table: Table, target: Target, limit: number): Promise<readonly Delivery[]> {
  const all: Delivery[] = [];
  for await (const item of table.query(targetPk(target), deliveryRange)) all.push(toDelivery(target, item));
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
  const { id, state, attempts, claim, notBefore, waitsFrom, permit, last, folded, severest, messageId, auditId } =
    settlement;
  const finished = state !== "pending";
  const given = { claim, notBefore, waitsFrom, permit, last, folded, severest, messageId, auditId } as Readonly<
    Record<string, Value | undefined>
  >;
  await table.update({
    key: deliveryKey(target, id),
    set: { ...given, state, attempts, ...(finished && { expiresAt }) },
    remove: [
      ...(finished ? ["live"] : []),
      ...(notBefore === undefined ? ["notBefore"] : []),
      ...(waitsFrom === undefined ? ["waitsFrom"] : []),
      ...(permit === undefined ? ["permit"] : []),
    ],
    when: equals("state", "pending"),
  });
}

const asState = asOneOf(deliveryStates);
const asForm = asOneOf(forms);
const asArk = asOneOf(arkTemplates);
const asLevel = asOneOf(levels);

/** A delivery as the table has it. One that a later version wrote in words unknown here is still read, as text that waits. */
function toDelivery(target: Target, item: Item): Delivery {
  return {
    id: deliveryIdOf(textOf(item["sk"])),
    route: textOf(item["route"]),
    target: { ...target, ...optional("guild", asText(item["guild"])) },
    notice: JSON.parse(textOf(item["notice"])) as Notice,
    form: asForm(item["form"]) ?? "text",
    ...optional("ark", asArk(item["ark"])),
    state: asState(item["state"]) ?? "pending",
    arrivedAt: asNumber(item["arrivedAt"]) ?? 0,
    attempts: asNumber(item["attempts"]) ?? 0,
    ...optional("notBefore", asNumber(item["notBefore"])),
    ...optional("waitsFrom", asNumber(item["waitsFrom"])),
    ...optional("permit", asReply(item["permit"])),
    ...optional("answers", asAnchor(item["answers"])),
    ...optional("folded", asNumber(item["folded"])),
    ...optional("severest", asLevel(item["severest"])),
    ...(item["spilled"] === true && { spilled: true }),
    ...optional("claim", asText(item["claim"])),
    ...optional("last", asLast(item["last"])),
    ...optional("messageId", asText(item["messageId"])),
    ...optional("auditId", asText(item["auditId"])),
  };
}

function asLast(value: Value | undefined): Delivery["last"] {
  const map = asMap(value);
  if (!map) return undefined;
  return {
    at: asNumber(map["at"]) ?? 0,
    ...optional("status", asNumber(map["status"])),
    ...optional("code", asNumber(map["code"])),
    ...optional("message", asText(map["message"])),
    ...optional("traceId", asText(map["traceId"])),
    ...optional("note", asText(map["note"])),
    ...optional("steps", asTexts(map["steps"])),
  };
}
