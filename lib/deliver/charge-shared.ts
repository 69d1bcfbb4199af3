import type { Rule } from "../model/limits.ts";
import { emptyQuota } from "../model/quota.ts";
import type { StateChange } from "../model/settlement.ts";
import { chargesOf, closedUntil } from "../policy/quota/quota.ts";
import { isSliding } from "../policy/quota/sliding.ts";
import type { QuotaOwner } from "../ports.ts";
import type { Charging, Taken } from "./charging.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { waitForTurn } from "./wait-for-turn.ts";

/** Takes one unit of each of an owner's rules, or of none. */
export async function chargeShared(
  owner: QuotaOwner,
  owned: readonly Rule[],
  asker: Charging,
  ports: DeliverPorts,
): Promise<Taken> {
  const sliding = owned.filter(isSliding);
  const calendar = owned.filter((rule) => !isSliding(rule)).map((rule) => lessReserve(rule, asker.reserve));
  if (sliding.length > 0) return waitForTurn(owner, { sliding, calendar }, asker, ports);
  const { store, rules } = ports;
  const { at: now } = asker;
  const time = { now, until: asker.until, by: asker.claim };
  const charges = chargesOf(emptyQuota, calendar, asker.target, rules.quotaZone, time);
  if ((await store.spend(owner, charges, now)) === "spent") return { kind: "taken", charges, at: now };
  return { kind: "closed", change: closeFor(asker, closedUntil(owned, rules.quotaZone, now)) };
}

/** A route may keep more of its conversation's own pushes than there are to share: one of these is for anyone. */
const lessReserve = (rule: Rule, reserve: number): Rule => ({
  ...rule,
  max: rule.max - Math.min(reserve, Math.max(0, rule.max - 1)),
});

/** What the target has to know: that there is nothing for anyone until then (ms), or nothing but for what is critical. */
const closeFor = ({ isUrgent, reserve }: Pick<Charging, "isUrgent" | "reserve">, until: number): StateChange =>
  isUrgent || reserve === 0 ? { sharedClosedUntil: until } : { sharedKeptUntil: until };
