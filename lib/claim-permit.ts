import type { Claim } from "./model/claim.ts";
import type { Rule } from "./model/limits.ts";
import type { Send } from "./model/plan.ts";
import { emptyQuota } from "./model/quota.ts";
import type { StateChange } from "./model/settlement.ts";
import type { Standing } from "./model/standing.ts";
import type { DeliverLine } from "./line.ts";
import type { QuotaOwner, Spent, Store } from "./ports.ts";
import { closedUntil, rulesOf, takesOf, widePeriod } from "./policy/quota.ts";

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
  const { store, rules } = line;
  const { target } = standing;
  const spent: Spent[] = [];
  for (const { owner, owned } of ownersOf(standing, line, guild)) {
    const quota =
      owner.kind === "target"
        ? standing.quota
        : owned.some((rule) => rule.every === "minute" || rule.every === "second")
          ? await store.readQuota(owner)
          : emptyQuota;
    const now = line.clock.now().getTime();
    const takes = takesOf(quota, owned, target, rules.timeZone, now);
    const answer = await store.spend(owner, takes, now, owner.kind === "target" ? claim : undefined);
    if (answer === "closed") {
      await refundAll(spent, line);
      const wide = owner.kind !== "target";
      return { kind: "closed", change: wide ? { wideClosedUntil: closedUntil(owned, rules.timeZone, now) } : {} };
    }
    spent.push({ owner, takes, rules: owned });
  }
  return { kind: "claimed", claim, spent };
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
