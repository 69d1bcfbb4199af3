import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Verdict } from "../policy/outcome/verdict.ts";
import { nightEnd } from "../policy/quota/night.ts";
import { refusedUntil } from "../policy/quota/refused-until.ts";
import type { QuotaOwner, Spent } from "../ports.ts";

/**
 * Closes the counter that QQ refused a push for, longer each time in a row, and answers what the target has to know of it:
 * a counter wider than the target's, or one that the settings do not count, is not seen in its own.
 */
export async function closeQuota(
  { of, excess }: NonNullable<Verdict["close"]>,
  { target, quota }: Standing,
  spent: readonly Spent[],
  now: number,
  { store, rules: { limits, quotaZone } }: DeliverPorts,
): Promise<StateChange> {
  if (of === "night") return { sharedClosedUntil: nightEnd(now) };
  const charged = spent.find(({ owner, rules }) => owner.kind === of && rules.length > 0);
  const owner: QuotaOwner = charged?.owner ?? { kind: "target", target };
  const isOwn = owner.kind === "target";
  const { refused, closed } = isOwn ? quota : await store.readQuota(owner);
  // Another target was told the same of a shared counter just now: that is one refusal, not two in a row.
  const known = isOwn ? 0 : Math.max(0, ...Object.values(closed));
  if (known > now) return { sharedClosedUntil: known };
  const times = (refused[excess] ?? 0) + 1;
  const until = refusedUntil({ excess, times }, charged?.rules ?? limits.proactive, quotaZone, now);
  await store.closeQuota(owner, idsOf(charged), until, { [excess]: times });
  return charged && isOwn ? {} : { sharedClosedUntil: until };
}

const idsOf = (charged: Spent | undefined): readonly string[] => charged?.rules.map(({ id }) => id) ?? [];

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
