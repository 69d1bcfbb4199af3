import { day, toSeconds } from "../base/time.ts";
import type { Charge } from "../model/charge.ts";
import type { Claim } from "../model/claim.ts";
import type { Excess, Quota } from "../model/quota.ts";
import type { Target } from "../model/target.ts";
import type { QuotaOwner } from "../ports.ts";
import { attribute, attributeOf, hasRoom, notClosed, takeUnit } from "./charges.ts";
import { above, all, any, type Condition, differs, equals } from "./condition.ts";
import { asClaim, optional } from "./decode.ts";
import type { Item, Value } from "./item.ts";
import { quotaKey, stateKey, windowKey } from "./keys.ts";
import { readSlots } from "./slots.ts";
import type { Table } from "./table.ts";

/** Longer than any period, so that a guild's or the bot's counters outlive the period they are for. */
const sharedItemAge = 40 * day;

/** The client repeats a write whose answer was lost: it finds its own claim. */
const alreadyClaimed = ({ id }: Claim): Condition => equals(["claim", "id"], id);

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
  const limiting = charges.filter((charge) => charge.kind !== "count" || !charge.tallied);
  if (limiting.some((charge) => charge.kind === "count" && charge.max <= 0)) return "closed";
  const units = charges.map(takeUnit);
  const room = all(...limiting.map((charge) => notClosed(charge, now)), ...limiting.map(hasRoom));
  const done = await table.update({
    key: quotaKey(owner),
    set: { ...Object.assign({}, ...units.map(({ set }) => set)), ...(claim && { claim }), ...expiry(owner, now) },
    add: Object.assign({}, ...units.map(({ add }) => add)),
    remove: charges.flatMap((charge) =>
      charge.kind === "count" ? charge.stale.flatMap((key) => [`used:${key}`, `doubt:${key}`]) : [],
    ),
    ...(limiting.length > 0 && { when: claim ? any(room, alreadyClaimed(claim)) : room }),
  });
  return done ? "spent" : "closed";
}

const expiry = (owner: QuotaOwner, now: number) =>
  owner.kind === "target" ? {} : { expiresAt: toSeconds(now + sharedItemAge) };

/**
 * Gives back what a claim took from an owner, where it is certain that its send was not delivered, and with the target's
 * units the claim itself; false when that was done before. The client repeats a write whose answer was lost, and so does
 * who recovers: one claim is given back once. A set of targets stays as it is.
 */
export async function refund(
  table: Table,
  owner: QuotaOwner,
  charges: readonly Charge[],
  claim: string,
): Promise<boolean> {
  const counters = charges.filter((charge) => charge.kind === "count").map(attributeOf);
  const once = differs("lastRefund", claim);
  const back = await table.update({
    key: quotaKey(owner),
    set: { lastRefund: claim },
    add: Object.fromEntries(counters.map((name) => [name, -1])),
    when: all(once, ...counters.map((name) => above(name, 0))),
  });
  if (owner.kind === "target") await dropClaim(table, owner.target, claim);
  return back !== false;
}

const dropClaim = (table: Table, target: Target, claim: string) =>
  table.update({ key: stateKey(target), remove: ["claim"], when: equals(["claim", "id"], claim) });

/**
 * Writes a claim anew where it still stands: that it tells fewer, or how its send ended, before its deliveries are settled, so
 * that nobody sends it again.
 */
export async function rewriteClaim(table: Table, target: Target, { permit, ...claim }: Claim): Promise<void> {
  const key = permit.kind === "reply" ? windowKey(target, permit.anchor) : stateKey(target);
  const seq = permit.kind === "reply" ? { seq: permit.seq } : {};
  await table.update({ key, set: { claim: { ...claim, ...seq } }, when: equals(["claim", "id"], claim.id) });
}

/**
 * Counts a claim's units apart where nobody knows whether QQ counted them, once as with what is given back. A set of targets
 * stays as it is.
 */
export async function doubtUnits(
  table: Table,
  owner: QuotaOwner,
  charges: readonly Charge[],
  claim: string,
): Promise<void> {
  const counted = charges.filter((charge) => charge.kind === "count");
  if (counted.length === 0) return;
  await table.update({
    key: quotaKey(owner),
    set: { lastRefund: claim },
    add: Object.fromEntries(
      counted.flatMap(({ rule, period }) => [
        [attribute.used(rule, period), -1],
        [attribute.doubt(rule, period), 1],
      ]),
    ),
    when: all(differs("lastRefund", claim), ...counted.map((charge) => above(attributeOf(charge), 0))),
  });
}

/** QQ itself says that rules are used up: nothing is taken from them until `until` (ms). */
export async function closeQuota(
  table: Table,
  owner: QuotaOwner,
  rules: readonly string[],
  { until, refused = {} }: { readonly until: number; readonly refused: Quota["refused"] | undefined },
): Promise<void> {
  const set = Object.fromEntries([
    ...rules.map((rule) => [attribute.closed(rule), until]),
    ...excesses.flatMap((excess) =>
      refused[excess] === undefined ? [] : [[attribute.refused(excess), refused[excess]]],
    ),
  ]);
  if (Object.keys(set).length > 0) await table.update({ key: quotaKey(owner), set });
}

const excesses: readonly Excess[] = ["quota", "pace"];

/** QQ took a push of an owner's again: its next refusal is the first. */
export async function forgetRefusals(table: Table, owner: QuotaOwner): Promise<void> {
  await table.update({ key: quotaKey(owner), remove: excesses.map(attribute.refused) });
}

/** Remembers a target that found no room under rules that count targets, by the keys of their counters. */
export async function noteWanted(
  table: Table,
  owner: QuotaOwner,
  keys: readonly string[],
  member: string,
  now: number,
): Promise<void> {
  if (keys.length === 0) return;
  const add = Object.fromEntries(keys.map((key) => [attribute.wanted(key), new Set([member])]));
  await table.update({ key: quotaKey(owner), set: expiry(owner, now), add });
}

const readMembers = (value: Value): readonly string[] => (value instanceof Set ? [...value] : []);

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
  const claim = asClaim(item["claim"]);
  return {
    used: of("used", Number),
    doubt: of("doubt", Number),
    recent: of("recent", readSlots),
    told: of("told", readMembers),
    wanted: of("wanted", readMembers),
    closed: of("closed", Number),
    refused: of("refused", Number),
    ...optional("claim", claim && { ...claim, permit: { kind: "proactive" } }),
  };
}
