import type { Charge } from "../model/charge.ts";
import type { Quota } from "../model/quota.ts";
import { landedCharges, type SendTime } from "../policy/quota/quota.ts";
import type { Spent } from "../ports.ts";
import { maxReads } from "./claim-permit.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/**
 * Tells sliding rules that a send has ended, so that it counts from now on and not from when it must have. Where that cannot be
 * written it counts for longer than it had to, and never for less. Answers the target's own times as they are then.
 */
export async function landUnits(
  spent: readonly Spent[],
  time: SendTime,
  ports: DeliverPorts,
): Promise<Quota["recent"]> {
  let own: Quota["recent"] = {};
  for (const each of spent) {
    const recent = await landOn(each, time, ports);
    if (each.owner.kind === "target") own = recent;
  }
  return own;
}

async function landOn(
  { owner, charges, rules }: Spent,
  time: SendTime,
  { store }: DeliverPorts,
): Promise<Quota["recent"]> {
  let recent = timesOf(charges);
  for (let reads = 1; reads <= maxReads; reads += 1) {
    const landed = landedCharges(recent, rules, time);
    if (landed.length === 0) return recent;
    if ((await store.spend(owner, landed, time.now)) === "spent") return { ...recent, ...timesOf(landed) };
    const quota = await store.readQuota(owner);
    if (Object.values(quota.closed).some((until) => until > time.now)) return quota.recent;
    ({ recent } = quota);
  }
  return recent;
}

const timesOf = (charges: readonly Charge[]): Quota["recent"] =>
  Object.fromEntries(charges.flatMap((charge) => (charge.kind === "recent" ? [[charge.rule, charge.next]] : [])));
