import type { Charge } from "../model/charge.ts";
import type { Rule } from "../model/limits.ts";
import { aheadOf, endOfYesterday, wayMadeUntil } from "../policy/quota/ahead.ts";
import { chargesOf, closedUntil, hasPushed, keyIn, rulesOf, sharedPeriod } from "../policy/quota/quota.ts";
import { emptyQuota } from "../model/quota.ts";
import type { QuotaOwner } from "../ports.ts";
import type { Charging, Taken } from "./charging.ts";
import { closeFor, lessReserve } from "./close-for.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

type Guild = Extract<QuotaOwner, { readonly kind: "guild" }>;

/**
 * Takes one of a guild's places of the day, or uses the one that the channel has. Without one it makes way until noon for those
 * that found none yesterday where it had one, unless it tells something critical; who finds none is remembered for tomorrow.
 */
export async function takePlace(
  owner: Guild,
  owned: readonly Rule[],
  asker: Charging,
  ports: DeliverPorts,
): Promise<Taken> {
  const { store, rules } = ports;
  const { at } = asker;
  const ahead = await findAhead(owner, owned, asker, ports);
  const taken = await take(owner, owned, ahead, asker, ports);
  if (taken) return taken;
  if (ahead.length === 0) return turnAway(owner, owned, asker, ports);
  const today = await store.readQuota(owner);
  const placed = new Set(owned.flatMap((rule) => today.told[keyIn(rule, rules.quotaZone, at)] ?? []));
  const stillAhead = ahead.filter((each) => !placed.has(each));
  const second = await take(owner, owned, stillAhead, asker, ports);
  if (second) return second;
  if (stillAhead.length === 0) return turnAway(owner, owned, asker, ports);
  return { kind: "closed", change: { sharedKeptUntil: wayMadeUntil(rules.quotaZone, at) } };
}

/** Reads once for the first push of a channel's day, where a rule counts channels, and no more after noon. */
async function findAhead(
  owner: Guild,
  owned: readonly Rule[],
  { target, quota, isUrgent, at }: Charging,
  { store, rules: { limits, quotaZone } }: DeliverPorts,
): Promise<readonly string[]> {
  const counting = owned.filter(({ counts, every }) => counts === "targets" && every === "day");
  const hasPlace = hasPushed(quota, rulesOf(limits, "target"), quotaZone, at);
  if (isUrgent || hasPlace || counting.length === 0 || at >= wayMadeUntil(quotaZone, at)) return [];
  const before = endOfYesterday(quotaZone, at);
  const yesterday = await store.readQuota({ ...owner, period: sharedPeriod(owned, quotaZone, before) });
  return [...new Set(counting.flatMap((rule) => aheadOf(target.id, rule, yesterday, quotaZone, before)))];
}

/** Takes a place that is none of those ahead, by one write. */
async function take(
  owner: Guild,
  owned: readonly Rule[],
  ahead: readonly string[],
  { target, claim, until, at, reserve }: Charging,
  { store, rules }: DeliverPorts,
): Promise<Taken | undefined> {
  const left = owned
    .map((rule) => lessReserve(rule, reserve))
    .map((rule) => ({ ...rule, max: rule.max - ahead.length }));
  const charges: readonly Charge[] = chargesOf(emptyQuota, left, target, rules.quotaZone, {
    now: at,
    until,
    by: claim,
  });
  return (await store.spend(owner, charges, at)) === "spent" ? { kind: "taken", charges, at } : undefined;
}

async function turnAway(
  owner: Guild,
  owned: readonly Rule[],
  asker: Charging,
  { store, rules: { quotaZone } }: DeliverPorts,
): Promise<Taken> {
  const { target, at } = asker;
  const counting = owned.filter(({ counts }) => counts === "targets");
  await store.noteWanted(
    owner,
    counting.map((rule) => keyIn(rule, quotaZone, at)),
    target.id,
    at,
  );
  return { kind: "closed", change: closeFor(asker, closedUntil(owned, quotaZone, at)) };
}
