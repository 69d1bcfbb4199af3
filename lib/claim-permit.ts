import type { Claim } from "./model/claim.ts";
import type { Rule } from "./model/limits.ts";
import type { Send } from "./model/plan.ts";
import { emptyQuota } from "./model/quota.ts";
import type { StateChange } from "./model/settlement.ts";
import type { Standing } from "./model/standing.ts";
import type { Take } from "./model/take.ts";
import type { Target } from "./model/target.ts";
import type { DeliverLine } from "./line.ts";
import type { QuotaOwner, Spent, Store } from "./ports.ts";
import { closedUntil, isCalendar, roomOf, rulesOf, takesOf, widePeriod } from "./policy/quota.ts";

/** A send that may go out: its recorded claim and what was spent for it. `closed`: it may not, and what that teaches. */
export type Claimed =
  | { readonly kind: "claimed"; readonly claim: Claim; readonly spent: readonly Spent[] }
  | { readonly kind: "closed"; readonly change: StateChange };

/** Takes the permit of a planned send and records which deliveries go out by it, before anything is sent. */
export async function claimPermit(send: Send, standing: Standing, line: DeliverLine): Promise<Claimed> {
  const { by, deliveries } = send;
  if (by.kind === "repeat") return { kind: "claimed", claim: by.claim, spent: [] };
  const draft = {
    id: line.newId(),
    deliveries: deliveries.map((delivery) => delivery.id),
    at: line.clock.now().getTime(),
  };
  if (by.kind === "proactive")
    return claimProactive(
      { ...draft, permit: { kind: "proactive" } },
      standing,
      line,
      send.deliveries[0]?.target.guild,
    );
  const taken = await line.store.claimReply(standing.target, by.anchor, draft, by.times, by.seq);
  if (taken === "closed") return { kind: "closed", change: {} };
  const permit = { kind: "reply", anchor: by.anchor, seq: taken.seq } as const;
  return { kind: "claimed", claim: { ...draft, permit }, spent: [] };
}

/** The target's counters first, with the claim, then the wider ones; a "no" of a wider one gives the narrower back. */
async function claimProactive(
  claim: Claim,
  standing: Standing,
  line: DeliverLine,
  guild: string | undefined,
): Promise<Claimed> {
  const { store } = line;
  const { target } = standing;
  const spent: Spent[] = [];
  for (const { owner, owned } of ownersOf(standing, line, guild)) {
    const taken =
      owner.kind === "target"
        ? await takeOwn(owned, claim, standing, line)
        : await takeWide(owner, owned, target, line);
    if (taken.kind === "closed") {
      for (const each of spent)
        await store.refund(each.owner, each.takes, each.owner.kind === "target" ? "unclaim" : undefined);
      return taken;
    }
    spent.push({ owner, takes: taken.takes, rules: owned });
  }
  return { kind: "claimed", claim, spent };
}

type Taken =
  | { readonly kind: "taken"; readonly takes: readonly Take[] }
  | Extract<Claimed, { readonly kind: "closed" }>;

async function takeOwn(
  owned: readonly Rule[],
  claim: Claim,
  { target, quota }: Standing,
  { store, rules, clock }: DeliverLine,
): Promise<Taken> {
  const now = clock.now().getTime();
  const takes = takesOf(quota, owned, target, rules.timeZone, now);
  const answer = await store.spend({ kind: "target", target }, takes, now, claim);
  return answer === "spent" ? { kind: "taken", takes } : { kind: "closed", change: {} };
}

/** The times of a sliding rule are read and written by many targets at once: who comes second reads them again. */
const mostReads = 10;

async function takeWide(
  owner: QuotaOwner,
  owned: readonly Rule[],
  target: Target,
  { store, rules, clock }: DeliverLine,
): Promise<Taken> {
  const slides = owned.some((rule) => !isCalendar(rule));
  for (let reads = 1; ; reads += 1) {
    const quota = slides ? await store.readQuota(owner) : emptyQuota;
    const now = clock.now().getTime();
    const { left, opensAt } = roomOf(quota, owned, rules.timeZone, now);
    if (left < 1) return { kind: "closed", change: { wideClosedUntil: opensAt } };
    const takes = takesOf(quota, owned, target, rules.timeZone, now);
    if ((await store.spend(owner, takes, now)) === "spent") return { kind: "taken", takes };
    if (!slides || reads >= mostReads)
      return { kind: "closed", change: { wideClosedUntil: closedUntil(owned, rules.timeZone, now) } };
  }
}

type Owned = { readonly owner: QuotaOwner; readonly owned: readonly Rule[] };

function ownersOf({ target }: Standing, line: DeliverLine, guild: string | undefined): readonly Owned[] {
  const { limits, timeZone } = line.rules;
  const now = line.clock.now().getTime();
  const ofGuild = guild === undefined ? [] : rulesOf(limits, "guild");
  const ofBot = rulesOf(limits, "bot");
  return [
    { owner: { kind: "target", target }, owned: rulesOf(limits, "target") },
    ...(guild !== undefined && ofGuild.length > 0
      ? [{ owner: { kind: "guild", guild, period: widePeriod(ofGuild, timeZone, now) } as const, owned: ofGuild }]
      : []),
    ...(ofBot.length > 0
      ? [
          {
            owner: { kind: "bot", scene: target.scene, period: widePeriod(ofBot, timeZone, now) } as const,
            owned: ofBot,
          },
        ]
      : []),
  ];
}

/** Gives back what a send took, narrow and wide. */
export async function refundAll(spent: readonly Spent[], { store }: { readonly store: Store }): Promise<void> {
  for (const { owner, takes } of spent) await store.refund(owner, takes);
}
