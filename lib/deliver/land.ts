import type { Charge } from "../model/charge.ts";
import type { Quota } from "../model/quota.ts";
import { landedCharges } from "../policy/quota/quota.ts";
import type { Spent } from "../ports.ts";
import { backOff } from "./back-off.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** A send as its end is told: when (ms) it ended, and the id of its claim. */
type Landed = { readonly now: number; readonly by: string };

/** Others book and end sends at the same item all the time: who comes second reads it again. */
const maxTries = 30;

/**
 * Tells sliding rules that a send has ended, so that it counts from now on and not from when it must have. Where that cannot be
 * written it counts for longer than it had to, and never for less. Answers the target's own slots as they are then.
 */
export async function landUnits(
  spent: readonly Spent[],
  landed: Landed,
  ports: DeliverPorts,
): Promise<Quota["recent"]> {
  let own: Quota["recent"] = {};
  for (const each of spent) {
    const recent = await landOn(each, landed, ports);
    if (each.owner.kind === "target") own = recent;
  }
  return own;
}

async function landOn(
  { owner, charges, rules }: Spent,
  { now, by }: Landed,
  { store, clock, random }: DeliverPorts,
): Promise<Quota["recent"]> {
  let recent = slotsOf(charges);
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const landed = landedCharges(recent, rules, { now, by });
    if (landed.length === 0) return recent;
    if ((await store.spend(owner, landed, now)) === "spent") return { ...recent, ...slotsOf(landed) };
    if (tries > 1) await clock.wait(backOff(Math.min(tries, 3), random()));
    const quota = await store.readQuota(owner);
    if (Object.values(quota.closed).some((until) => until > now)) return quota.recent;
    ({ recent } = quota);
  }
  return recent;
}

const slotsOf = (charges: readonly Charge[]): Quota["recent"] =>
  Object.fromEntries(charges.flatMap((charge) => (charge.kind === "recent" ? [[charge.rule, charge.next]] : [])));
