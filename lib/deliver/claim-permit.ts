import type { Claim } from "../model/claim.ts";
import type { Rule } from "../model/limits.ts";
import type { Send } from "../model/plan.ts";
import { emptyQuota } from "../model/quota.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { Charge } from "../model/charge.ts";
import type { Target } from "../model/target.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { refundAll } from "../outbox/refund.ts";
import type { QuotaOwner, Spent } from "../ports.ts";
import {
  chargesOf,
  closedUntil,
  isCalendar,
  roomOf,
  rulesOf,
  type SendTime,
  sharedPeriod,
} from "../policy/quota/quota.ts";

/** A send that may go out: its recorded claim and what was spent for it. `closed`: it may not, and what that teaches. */
export type Claimed =
  | { readonly kind: "claimed"; readonly claim: Claim; readonly spent: readonly Spent[] }
  | { readonly kind: "closed"; readonly change: StateChange };

/**
 * Takes the permit of a planned send and records which deliveries go out by it, before anything is sent. By `deadline` (ms)
 * QQ has it or never will.
 */
export async function claimPermit(
  send: Send,
  standing: Standing,
  deadline: number,
  ports: DeliverPorts,
): Promise<Claimed> {
  const { by, deliveries } = send;
  if (by.kind === "repeat") return { kind: "claimed", claim: by.claim, spent: [] };
  const draft = {
    id: ports.newId(),
    deliveries: deliveries.map((delivery) => delivery.id),
    at: ports.clock.now().getTime(),
  };
  if (by.kind === "proactive")
    return claimProactive(
      { ...draft, permit: { kind: "proactive" } },
      standing,
      deadline,
      ports,
      send.deliveries[0]?.target.guild,
    );
  const taken = await ports.store.claimReply(standing.target, by.anchor, draft, by.times, by.seq);
  if (taken === "closed") return { kind: "closed", change: {} };
  const permit = { kind: "reply", anchor: by.anchor, seq: taken.seq } as const;
  return { kind: "claimed", claim: { ...draft, permit }, spent: [] };
}

/**
 * The shared counters first, then the target's own, with the claim last: a claim that is there means that everything was
 * taken, and its send may have gone out. A "no" gives back what was taken before it. All count by one moment.
 */
async function claimProactive(
  claim: Claim,
  standing: Standing,
  deadline: number,
  ports: DeliverPorts,
  guild: string | undefined,
): Promise<Claimed> {
  const { target } = standing;
  const time = { now: claim.at, until: Math.max(claim.at, deadline) };
  const spent: Spent[] = [];
  for (const { owner, owned } of ownersOf(standing, ports, guild, claim.at)) {
    const taken =
      owner.kind === "target"
        ? await chargeTarget({ owned, time }, claim, standing, ports)
        : await chargeShared(owner, { owned, time }, target, ports);
    if (taken.kind === "closed") {
      await refundAll(spent, claim.id, ports);
      return taken;
    }
    spent.push({ owner, charges: taken.charges, rules: owned });
  }
  return { kind: "claimed", claim, spent };
}

type Taken =
  | { readonly kind: "taken"; readonly charges: readonly Charge[] }
  | Extract<Claimed, { readonly kind: "closed" }>;

type Charging = { readonly owned: readonly Rule[]; readonly time: SendTime };

async function chargeTarget(
  { owned, time }: Charging,
  claim: Claim,
  { target, quota }: Standing,
  { store, rules }: DeliverPorts,
): Promise<Taken> {
  const charges = chargesOf(quota, owned, target, rules.quotaZone, time);
  const answer = await store.spend({ kind: "target", target }, charges, claim.at, claim);
  return answer === "spent" ? { kind: "taken", charges } : { kind: "closed", change: {} };
}

/** The times of a sliding rule are read and written by many targets at once: who comes second reads them again. */
export const maxReads = 10;

async function chargeShared(
  owner: QuotaOwner,
  { owned, time }: Charging,
  target: Target,
  { store, rules }: DeliverPorts,
): Promise<Taken> {
  const { now } = time;
  const slides = owned.some((rule) => !isCalendar(rule));
  for (let reads = 1; ; reads += 1) {
    const quota = slides ? await store.readQuota(owner) : emptyQuota;
    const { left, opensAt } = roomOf(quota, owned, rules.quotaZone, now);
    if (left < 1) return { kind: "closed", change: { sharedClosedUntil: opensAt } };
    const charges = chargesOf(quota, owned, target, rules.quotaZone, time);
    if ((await store.spend(owner, charges, now)) === "spent") return { kind: "taken", charges };
    if (!slides || reads >= maxReads)
      return { kind: "closed", change: { sharedClosedUntil: closedUntil(owned, rules.quotaZone, now) } };
  }
}

type OwnerRules = { readonly owner: QuotaOwner; readonly owned: readonly Rule[] };

function ownersOf(
  { target }: Standing,
  { rules: { limits, quotaZone } }: DeliverPorts,
  guild: string | undefined,
  now: number,
): readonly OwnerRules[] {
  const ofGuild = guild === undefined ? [] : rulesOf(limits, "guild");
  const ofBot = rulesOf(limits, "bot");
  return [
    ...(guild !== undefined && ofGuild.length > 0
      ? [{ owner: { kind: "guild", guild, period: sharedPeriod(ofGuild, quotaZone, now) } as const, owned: ofGuild }]
      : []),
    ...(ofBot.length > 0
      ? [
          {
            owner: { kind: "bot", scene: target.scene, period: sharedPeriod(ofBot, quotaZone, now) } as const,
            owned: ofBot,
          },
        ]
      : []),
    { owner: { kind: "target", target }, owned: rulesOf(limits, "target") },
  ];
}
