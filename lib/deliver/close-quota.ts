import type { Rule } from "../model/limits.ts";
import type { Excess } from "../model/quota.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Verdict } from "../policy/outcome/verdict.ts";
import { nightEnd } from "../policy/quota/night.ts";
import { refusedUntil } from "../policy/quota/refused-until.ts";
import { endOfPeriod, isOfLastPeriod } from "../policy/quota/lessons.ts";
import { isBeyond, isWide, type RulesAt } from "../policy/quota/rules-at.ts";
import type { QuotaOwner, Quotas, Spent } from "../ports.ts";

/** Closes the counter that QQ refused a push for, and answers what the target has to know of it. */
export async function closeQuota(
  close: NonNullable<Verdict["close"]>,
  standing: Standing,
  spent: readonly Spent[],
  now: number,
  ports: DeliverPorts,
): Promise<StateChange> {
  const { of, excess } = close;
  const { proof } = ports.rules;
  if (of === "night") return { sharedClosedUntil: nightEnd(now) };
  if (proof && of === "target" && excess === "quota")
    return closePeriod(standing, { ...ports.rules, proof }, now, ports.store);
  return closeForWhile({ of, excess }, standing, spent, now, ports);
}

/** What QQ says that there was too much of, and whose counter that is. */
type Closing = { readonly of: QuotaOwner["kind"]; readonly excess: Excess };

/**
 * Closes the counter that QQ refused a push for, longer each time in a row, and answers what the target has to know of it:
 * a counter wider than the target's, or one that the settings do not count, is not seen in its own.
 */
async function closeForWhile(
  { of, excess }: Closing,
  { target, quota }: Standing,
  spent: readonly Spent[],
  now: number,
  { store, rules: { limits, quotaZone } }: DeliverPorts,
): Promise<StateChange> {
  const charged = spent.find(({ owner, rules }) => owner.kind === of && rules.length > 0);
  const owner: QuotaOwner = charged?.owner ?? { kind: "target", target };
  const isOwn = owner.kind === "target";
  const { refused, closed } = isOwn ? quota : await store.readQuota(owner);
  // Another target was told the same of a shared counter just now: that is one refusal, not two in a row.
  const known = isOwn ? 0 : Math.max(0, ...Object.values(closed));
  if (known > now) return { sharedClosedUntil: known };
  const times = (refused[excess] ?? 0) + 1;
  const rules = (charged?.rules ?? limits.proactive).filter(({ tallied }) => !tallied);
  const until = refusedUntil({ excess, times }, rules, quotaZone, now);
  await store.closeQuota(owner, charged ? rules.map(({ id }) => id) : [], until, { [excess]: times });
  return charged && isOwn ? {} : { sharedClosedUntil: until };
}

/**
 * Closes what `published` counts: where QQ is to show which of its texts holds, its word that no push is left is that text's,
 * and holds until the period ends. In a period's first hour it may be about the one before, and is asked again.
 */
async function closePeriod(
  { target, quota }: Pick<Standing, "target" | "quota">,
  rules: RulesAt & { readonly proof: readonly Rule[] },
  now: number,
  store: Quotas,
): Promise<StateChange> {
  const { proof, quotaZone } = rules;
  const isEarly = isOfLastPeriod({ beyond: isBeyond(rules, quota, now), wide: isWide(rules) }, now);
  const until = isEarly ? refusedUntil({ excess: "quota", times: 1 }, proof, quotaZone, now) : endOfPeriod(now);
  const ids = proof.map(({ id }) => id);
  await store.closeQuota({ kind: "target", target }, ids, until);
  return ids.length > 0 ? {} : { sharedClosedUntil: until };
}

/** QQ took a push: where refusals were counted against it, the next one is the first. */
export async function reopenQuota(
  { target, quota, state }: Standing,
  spent: readonly Spent[],
  { store }: DeliverPorts,
): Promise<StateChange> {
  if (Object.keys(quota.refused).length > 0) await store.forgetRefusals({ kind: "target", target });
  if (state.sharedClosedUntil === undefined) return {};
  for (const { owner } of spent) if (owner.kind !== "target") await store.forgetRefusals(owner);
  return { sharedClosedUntil: null };
}
