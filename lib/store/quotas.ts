import type { Claim } from "../model/claim.ts";
import type { Quota } from "../model/quota.ts";
import type { Charge } from "../model/charge.ts";
import type { QuotaOwner } from "../ports.ts";
import type { Item, Value } from "./attributes.ts";
import { attribute, attributeOf, expressCharge, readTimes } from "./express-charge.ts";
import { quotaKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** Longer than any period, so that a guild's or the bot's counters outlive the period they are for. */
const wideItemMs = 40 * 86_400_000;

/**
 * Takes one unit of each rule, or of none, in one conditional write; the claim, where given, is part of it. The client
 * repeats a write whose answer was lost: what is claimed already is spent, though it may be counted twice.
 */
export async function spend(
  table: Table,
  owner: QuotaOwner,
  charges: readonly Charge[],
  now: number,
  claim?: Claim,
): Promise<"spent" | "closed"> {
  if (charges.some((charge) => charge.kind === "count" && charge.max <= 0)) return "closed";
  const parts = charges.map((charge, at) => expressCharge(charge, at));
  const conditions = charges.map((_, at) => `(attribute_not_exists(#c${at}) OR #c${at} <= :now)`);
  const room = [...conditions, ...parts.map((part) => part.when)].join(" AND ");
  const when = room && claim ? `(${room}) OR #claim.#id = :claim` : room;
  const done = await table.update({
    key: quotaKey(owner),
    set: { ...Object.assign({}, ...parts.map((part) => part.set)), ...(claim && { claim }), ...expiry(owner, now) },
    remove: charges.flatMap((charge) => (charge.kind === "count" ? charge.stale.map((key) => `used:${key}`) : [])),
    add: Object.assign({}, ...parts.map((part) => part.add)),
    ...(when && { when }),
    names: Object.assign(
      {},
      ...parts.map((part) => part.names),
      ...charges.map((charge, at) => ({ [`#c${at}`]: attribute.closed(charge.rule) })),
      room && claim ? { "#claim": "claim", "#id": "id" } : {},
    ),
    values: {
      ...Object.assign({}, ...parts.map((part) => part.values)),
      ...(charges.length > 0 && { ":now": now }),
      ...(room && claim && { ":claim": claim.id }),
    },
  });
  return done ? "spent" : "closed";
}

const expiry = (owner: QuotaOwner, now: number) =>
  owner.kind === "target" ? {} : { expiresAt: Math.ceil((now + wideItemMs) / 1_000) };

/**
 * Gives a send's units back, where it is certain that it was not delivered. A set of targets stays as it is. With
 * `unclaim` the send was not even begun: its claim goes too, or it would pass for one whose end nobody saw.
 */
export async function refund(
  table: Table,
  owner: QuotaOwner,
  charges: readonly Charge[],
  unclaim?: "unclaim",
): Promise<void> {
  const counts = charges.filter((charge) => charge.kind === "count");
  if (counts.length === 0 && !unclaim) return;
  const when = counts.map((_, at) => `#q${at} > :zero`).join(" AND ");
  await table.update({
    key: quotaKey(owner),
    add: Object.fromEntries(counts.map((charge) => [attributeOf(charge), -1])),
    ...(unclaim && { remove: ["claim"] }),
    ...(when && { when }),
    names: Object.fromEntries(counts.map((charge, at) => [`#q${at}`, attributeOf(charge)])),
    ...(when && { values: { ":zero": 0 } }),
  });
}

/** QQ itself says that rules are used up: nothing is taken from them until `until` (ms). */
export async function closeQuota(
  table: Table,
  owner: QuotaOwner,
  rules: readonly string[],
  until: number,
): Promise<void> {
  if (rules.length === 0) return;
  await table.update({
    key: quotaKey(owner),
    set: Object.fromEntries(rules.map((rule) => [attribute.closed(rule), until])),
  });
}

export async function readQuota(table: Table, owner: QuotaOwner): Promise<Quota> {
  return toQuota((await table.get(quotaKey(owner))) ?? {});
}

export function toQuota(item: Item): Quota {
  const of = <T>(kind: keyof typeof attribute, read: (value: Value) => T) =>
    Object.fromEntries(
      Object.entries(item).flatMap(([name, value]) =>
        name.startsWith(`${kind}:`) && value !== undefined ? [[name.slice(kind.length + 1), read(value)]] : [],
      ),
    );
  return {
    used: of("used", Number),
    recent: of("recent", readTimes),
    told: of("told", (value) => (value instanceof Set ? [...value] : [])),
    closed: of("closed", Number),
    ...(item["claim"] !== undefined && { claim: item["claim"] as unknown as Claim }),
  };
}
