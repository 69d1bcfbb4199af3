import type { Rule } from "../model/limits.ts";
import { emptyQuota } from "../model/quota.ts";
import { chargesOf, closedUntil } from "../policy/quota/quota.ts";
import { isSliding } from "../policy/quota/sliding.ts";
import type { QuotaOwner } from "../ports.ts";
import type { Charging, Taken } from "./charging.ts";
import { closeFor, lessReserve } from "./close-for.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { takePlace } from "./take-place.ts";
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
  if (owner.kind === "guild") return takePlace(owner, owned, asker, ports);
  const { store, rules } = ports;
  const { at, until } = asker;
  const charges = chargesOf(emptyQuota, calendar, asker.target, rules.quotaZone, { now: at, until, by: asker.claim });
  if ((await store.spend(owner, charges, at)) === "spent") return { kind: "taken", charges, at };
  return { kind: "closed", change: closeFor(asker, closedUntil(owned, rules.quotaZone, at)) };
}
