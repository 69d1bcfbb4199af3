import { auditPatience } from "../model/audit.ts";
import { type Delivery, type DeliveryState, deliveryStates, triedBy } from "../model/delivery.ts";
import { arkTemplates, forms } from "../model/form.ts";
import { levels } from "../model/level.ts";
import type { Notice } from "../model/notice.ts";
import type { Settlement } from "../model/settlement.ts";
import type { Target } from "../model/target.ts";
import { all, any, type Condition, equals, isNew } from "./condition.ts";
import { asAnchor, asMap, asNumber, asOneOf, asReply, asText, asTexts, optional } from "./decode.ts";
import { type Item, textOf, type Value } from "./item.ts";
import {
  auditsUntil,
  deliveryIdOf,
  deliveryKey,
  imageKey,
  liveAudit,
  liveCounted,
  livePending,
  logShard,
  pendingOf,
  pendingRange,
  targetPk,
} from "./keys.ts";
import type { Range, Table } from "./table.ts";

/** A picture in the notice itself is put aside where it is longer than an address ever is. */
const maxImageText = 2_000;

/** In the place of a picture that was put aside. */
const putAside = "table:";

/**
 * Puts a delivery unless its id is known at the target: the sender's repeat is seen and the work is durable by one
 * write. `live` keeps it in the sparse index of what is pending, the most urgent first.
 */
export async function enlist(table: Table, delivery: Delivery, expiresAt: number): Promise<"enlisted" | "repeated"> {
  const { id, target, notice, ...rest } = delivery;
  const { image } = notice;
  const isAside = image !== undefined && image.length > maxImageText;
  if (isAside) await table.put({ ...imageKey(target, id), image, expiresAt }, isNew);
  const item = {
    ...deliveryKey(target, id),
    ...rest,
    ...(target.guild !== undefined && { guild: target.guild }),
    notice: JSON.stringify(isAside ? { ...notice, image: `${putAside}${id}` } : notice),
    live: livePending(notice.level, delivery.arrivedAt, id),
    ...placeInLog(target, delivery.arrivedAt),
  };
  return (await table.put(item, isNew)) ? "enlisted" : "repeated";
}

/** A delivery's place in its target's log, which it keeps whatever becomes of it. */
const placeInLog = (target: Target, arrivedAt: number): Item => ({ dueShard: logShard(target), dueAt: arrivedAt });

/** The picture of a notice as it came: its address, or what was put aside; undefined where that is gone. */
export async function readImage(table: Table, target: Target, image: string): Promise<string | undefined> {
  if (!image.startsWith(putAside)) return image;
  return asText((await table.get(imageKey(target, image.slice(putAside.length))))?.["image"]);
}

/**
 * Brings a delivery that ended in one of these states back among what is pending, as if it had just arrived; else the answer
 * is the state that it stays in.
 */
export async function requeue(
  table: Table,
  target: Target,
  id: string,
  from: readonly DeliveryState[],
  now: number,
): Promise<"requeued" | DeliveryState | undefined> {
  const known = await readDelivery(table, target, id);
  if (!known) return undefined;
  const done = await table.update({
    key: deliveryKey(target, id),
    set: {
      state: "pending",
      arrivedAt: now,
      attempts: 0,
      live: livePending(known.notice.level, now, id),
      ...placeInLog(target, now),
    },
    remove: ["expiresAt", "notBefore", "waitsFrom", "permit", "claim", "tried", "maxTogether"],
    when: any(...from.map((state) => equals("state", state))),
  });
  return done ? "requeued" : known.state;
}

export async function readDelivery(table: Table, target: Target, id: string): Promise<Delivery | undefined> {
  const item = await table.get(deliveryKey(target, id));
  return item && toDelivery(target, item);
}

/** Deliveries of a target that have their place in a range of what is live, in that order, at most `max`. */
export const readLive = (table: Table, target: Target, range: Range, max?: number): Promise<Delivery[]> =>
  Array.fromAsync(table.queryLive(targetPk(target), range, max), (item) => toDelivery(target, item));

/** The most urgent of what is pending, as of one load. */
export type Head = {
  /** In order of arrival. */
  readonly deliveries: readonly Delivery[];
  /** Whether there is more than was loaded. */
  readonly isPart: boolean;
};

/**
 * The most urgent pending deliveries of a target, at most `max`: a strongly consistent query of what is pending, not of
 * history, that costs the same whatever is held. One that is settled while the query fetches the items of the index is
 * left out.
 */
export async function readPending(table: Table, target: Target, max: number): Promise<Head> {
  const found = await readLive(table, target, pendingRange, max + 1);
  const isPart = found.length > max;
  const deliveries = found.slice(0, max).filter(({ state }) => state === "pending");
  return { deliveries: deliveries.toSorted((a, b) => a.arrivedAt - b.arrivedAt), isPart };
}

/** Whether anything is pending for a target: one read of the index. */
export const hasPending = (table: Table, target: Target): Promise<boolean> =>
  table.hasLive(targetPk(target), pendingRange);

/** Whether anything critical is: as one read, and as much, whatever is held. */
export const hasCritical = (table: Table, target: Target): Promise<boolean> =>
  table.hasLive(targetPk(target), pendingOf("critical"));

/** How many deliveries are pending for a target. */
export const countPending = (table: Table, target: Target): Promise<number> =>
  table.countLive(targetPk(target), pendingRange);

/** Deliveries whose audit nobody waits for any more. */
export const overdueAudits = (table: Table, target: Target, now: number): Promise<readonly Delivery[]> =>
  readLive(table, target, auditsUntil(now));

/** Items that are written at once: more would only wait for each other, and a fault would leave more in doubt. */
const atOnce = 40;

/**
 * Records how deliveries are left. One that is finished leaves the index and is kept until its retention ends (`expiresAt`,
 * seconds of the epoch); one that stays pending keeps its place, and one that was only counted takes its place among those:
 * both are kept until they end. A delivery that is finished already is never changed back.
 */
export async function settle(
  table: Table,
  target: Target,
  settlements: readonly Settlement[],
  expiresAt: number,
  now: number,
): Promise<void> {
  for (let from = 0; from < settlements.length; from += atOnce) {
    const some = settlements.slice(from, from + atOnce);
    await Promise.all(some.map((settlement) => settleOne(table, target, settlement, expiresAt, now)));
  }
}

async function settleOne(
  table: Table,
  target: Target,
  settlement: Settlement,
  expiresAt: number,
  now: number,
): Promise<void> {
  const { id, place = 0, from = "pending", ...given } = settlement;
  const back = from === "in-audit" && given.state === "pending" ? await placeBack(table, target, id) : {};
  await table.update({
    key: deliveryKey(target, id),
    set: {
      ...(given as Readonly<Record<string, Value | undefined>>),
      ...textOfNotice(given),
      ...placeOf(settlement, place, expiresAt, now),
      ...back,
    },
    remove: [
      ...(given.state === "pending" || placed.has(given.state) ? [] : ["live"]),
      ...(kept.has(given.state) ? ["expiresAt"] : []),
      ...passing.filter((name) => given[name] === undefined),
    ],
    when: from === "in-audit" && given.auditId !== undefined ? isInAudit(given.auditId) : equals("state", from),
  });
}

const textOfNotice = ({ notice }: Pick<Settlement, "notice">): Item =>
  notice === undefined ? {} : { notice: JSON.stringify(notice) };

/** In this audit, and not in one of a later message. */
const isInAudit = (auditId: string): Condition => all(equals("state", "in-audit"), equals("auditId", auditId));

/** The place that a delivery had before it went into audit. */
async function placeBack(table: Table, target: Target, id: string): Promise<Item> {
  const known = await readDelivery(table, target, id);
  return known ? { live: livePending(known.notice.level, known.arrivedAt, id) } : {};
}

/** What a settlement says only of how it is left now. */
const passing = ["notBefore", "waitsFrom", "permit"] as const;

/** States that a delivery stays in until something ends them, however long. */
const kept: ReadonlySet<DeliveryState> = new Set(["pending", "counted"]);

/** States with a place of their own among what is live. */
const placed: ReadonlySet<DeliveryState> = new Set(["counted", "in-audit"]);

function placeOf({ id, state }: Settlement, place: number, expiresAt: number, now: number): Item {
  if (state === "pending") return {};
  if (state === "counted") return { live: liveCounted(now, place, id) };
  return state === "in-audit" ? { live: liveAudit(now + auditPatience, id), expiresAt } : { expiresAt };
}

const asState = asOneOf(deliveryStates);
const asForm = asOneOf(forms);
const asArk = asOneOf(arkTemplates);
const asLevel = asOneOf(levels);
const asTold = asOneOf(["worded", "summed"] as const);

/** A delivery as the table has it. One that a later version wrote in words unknown here is still read, as text that waits. */
export function toDelivery(target: Target, item: Item): Delivery {
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
    ...optional("settlesUntil", asNumber(item["settlesUntil"])),
    ...optional("waitsFrom", asNumber(item["waitsFrom"])),
    ...optional("permit", asReply(item["permit"])),
    ...optional("answers", asAnchor(item["answers"])),
    ...optional("folded", asNumber(item["folded"])),
    ...optional("severest", asLevel(item["severest"])),
    ...(item["spilled"] === true && { spilled: true }),
    ...optional("claim", asText(item["claim"])),
    ...optional("tried", asTried(item["tried"])),
    ...optional("last", asLast(item["last"])),
    ...optional("messageId", asText(item["messageId"])),
    ...optional("auditId", asText(item["auditId"])),
    ...optional("told", asTold(item["told"])),
    ...optional("maxTogether", asNumber(item["maxTogether"])),
    ...(item["isPage"] === true && { isPage: true }),
  };
}

const asTriedBy = asOneOf(triedBy);

function asTried(value: Value | undefined): Delivery["tried"] {
  const { by, at } = asMap(value) ?? {};
  const known = asTriedBy(by);
  return known !== undefined && typeof at === "number" ? { by: known, at } : undefined;
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
