import type { Claim } from "../model/claim.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Rule } from "../model/limits.ts";
import type { Send } from "../model/plan.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import { refundAll } from "../outbox/refund.ts";
import { weigh } from "../policy/plan/urgency.ts";
import { chargesOf, rulesOf, type SendTime, sharedPeriod } from "../policy/quota/quota.ts";
import { wakeupCharge } from "../policy/quota/wakeup.ts";
import type { QuotaOwner, Spent } from "../ports.ts";
import { chargeShared } from "./charge-shared.ts";
import type { Charging, Taken } from "./charging.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { landUnits } from "./land.ts";

/**
 * A send that may go out: its recorded claim and what was spent for it. `closed`: it may not, and what that teaches; with
 * `turnAt` (ms) it has its turn then.
 */
export type Claimed =
  | { readonly kind: "claimed"; readonly claim: Claim; readonly spent: readonly Spent[] }
  | { readonly kind: "closed"; readonly change: StateChange; readonly turnAt?: number };

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
  if (by.kind === "proactive" && by.wakeup) return claimWakeup(draft, standing, ports);
  if (by.kind === "proactive")
    return claimProactive({ ...draft, permit: { kind: "proactive" } }, send, standing, deadline, ports);
  const taken = await ports.store.claimReply(standing.target, by.anchor, draft, by.times, by.seq);
  if (taken === "closed") return { kind: "closed", change: {} };
  const permit = { kind: "reply", anchor: by.anchor, seq: taken.seq } as const;
  return { kind: "claimed", claim: { ...draft, permit }, spent: [] };
}

/**
 * The shared counters first, where it may have to wait, then the target's own, with the claim last: a claim that is there means
 * that everything was taken, and its send may have gone out. A "no" gives back what was taken before it. All count by one moment.
 */
async function claimProactive(
  draft: Claim,
  { deliveries }: Send,
  standing: Standing,
  deadline: number,
  ports: DeliverPorts,
): Promise<Claimed> {
  const now = () => ports.clock.now().getTime();
  const { target, quota } = standing;
  const asker = { target, quota, claim: draft.id, at: draft.at, until: deadline, ...wishOf(deliveries, ports) };
  const spent: Spent[] = [];
  let { at } = draft;
  const giveUp = async (closed: Extract<Claimed, { readonly kind: "closed" }>): Promise<Claimed> => {
    await refundAll(spent, draft.id, ports);
    await landUnits(spent, { now: now(), by: draft.id }, ports);
    return closed;
  };
  for (const { owner, owned } of sharersOf(standing, ports, deliveries[0]?.target.guild, draft.at)) {
    const taken: Taken = await chargeShared(owner, owned, asker, ports);
    if (taken.kind === "closed") return giveUp(taken);
    spent.push({ owner, charges: taken.charges, rules: owned });
    at = Math.max(at, taken.at);
  }
  const claim = { ...draft, at };
  const owned = rulesOf(ports.rules.limits, "target");
  const time = { now: claim.at, until: Math.max(claim.at, deadline), by: claim.id };
  const charges = await chargeTarget({ owned, time }, claim, standing, ports);
  if (!charges) return giveUp({ kind: "closed", change: {} });
  return { kind: "claimed", claim, spent: [...spent, { owner: { kind: "target", target }, charges, rules: owned }] };
}

/** Takes the wake-up message of the period that now is, which counts as no push of anybody's. */
async function claimWakeup(
  draft: Omit<Claim, "permit">,
  standing: Standing,
  { store, rules }: DeliverPorts,
): Promise<Claimed> {
  const charge = wakeupCharge(standing, rules, draft.at);
  const owner = { kind: "target", target: standing.target } as const;
  const claim = { ...draft, permit: { kind: "proactive", wakeup: true } } as const;
  if (!charge || (await store.spend(owner, [charge], draft.at, claim)) === "closed")
    return { kind: "closed", change: {} };
  return { kind: "claimed", claim, spent: [{ owner, charges: [charge], rules: [] }] };
}

/** What a send may take of what others share: all of it where it tells something critical, else less its routes' reserve. */
function wishOf(
  deliveries: readonly Delivery[],
  { rules: { policyOf } }: DeliverPorts,
): Pick<Charging, "isUrgent" | "reserve"> {
  const isUrgent = deliveries.some(weigh(deliveries).isCritical);
  const reserve = isUrgent ? 0 : Math.max(0, ...deliveries.map(({ route }) => policyOf(route).reserve));
  return { isUrgent, reserve };
}

async function chargeTarget(
  { owned, time }: { readonly owned: readonly Rule[]; readonly time: SendTime },
  claim: Claim,
  { target, quota }: Standing,
  { store, rules }: DeliverPorts,
): Promise<Spent["charges"] | undefined> {
  const charges = chargesOf(quota, owned, target, rules.quotaZone, time);
  const answer = await store.spend({ kind: "target", target }, charges, claim.at, claim);
  return answer === "spent" ? charges : undefined;
}

type OwnerRules = { readonly owner: QuotaOwner; readonly owned: readonly Rule[] };

/** Whose counters the target shares. */
function sharersOf(
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
  ];
}
