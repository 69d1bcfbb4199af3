import { minute } from "../base/time.ts";
import { auditOverAt, auditPatience } from "../model/audit.ts";
import type { Settlement, StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import { auditedClaims, endedSettlements } from "../policy/plan/unfinished.ts";
import type { TargetItem } from "../ports.ts";
import { catchUp } from "./catch-up.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { expireOldCounted } from "./expire-old-counted.ts";

/** What was left by others: what settling it changes of the target, and whether the standing is another one now. */
type Recovered = { readonly change: StateChange; readonly isAnother: boolean };

/**
 * Settles what nobody settled: what a deliverer that died had sent, audits of which QQ never told the end, and what digests
 * only counted and nobody asked for. `item` is what the lease answered just now.
 */
export async function recover(
  standing: Standing,
  item: TargetItem | undefined,
  now: number,
  ports: DeliverPorts,
): Promise<Recovered> {
  const finished = await finishClaims(standing, item?.tookOver === true, now, ports);
  if (finished) return { change: finished, isAnother: true };
  const { countedUntil = Number.POSITIVE_INFINITY } = standing.state;
  const counted = item?.tookOver || countedUntil <= now ? await expireOldCounted(standing, now, ports) : {};
  return { change: { ...counted, ...(await giveUpAudits(standing, now, ports)) }, isAnother: false };
}

/**
 * Settles what QQ took, or has in audit, of a deliverer that died before it could; what that changes of the target where there
 * was any, and the standing is another. `tookOver`: there was such a deliverer, and how far it came nobody knows.
 */
async function finishClaims(
  standing: Standing,
  tookOver: boolean,
  now: number,
  ports: DeliverPorts,
): Promise<StateChange | undefined> {
  const { store, log } = ports;
  const { target } = standing;
  const settlements = endedSettlements(standing, now);
  if (settlements.length === 0 && !tookOver) return undefined;
  await store.settle(target, settlements, now);
  const sent = new Set(settlements.flatMap(({ id, state }) => (state === "in-audit" ? [] : [id])));
  for (const { id, isPage } of standing.deliveries)
    if (isPage && sent.has(id)) await store.endPage(target, id, "told", now);
  const isInAudit = await catchUpAudits(standing, now, ports);
  if (settlements.length > 0) log("info", "recovered", { scene: target.scene, notices: settlements.length });
  const change: StateChange = {
    claim: null,
    countedUntil: now,
    ...(isInAudit && { auditUntil: now + auditPatience }),
  };
  return settlements.length > 0 || isInAudit ? change : undefined;
}

/**
 * Writes down, where the deliverer that died did not, what its message in audit tells, and settles that where the audit's end
 * has come; true where there is such a message. What was spent on it is not known any more: a rejected one gives nothing back.
 */
async function catchUpAudits(standing: Standing, now: number, ports: DeliverPorts): Promise<boolean> {
  const audited = auditedClaims(standing);
  for (const { auditId, claim } of audited) {
    const { id, deliveries, ended } = claim;
    const audit = { target: standing.target, deliveries, counted: ended?.counted ?? [], claim: id, spent: [] };
    await catchUp({ auditId, audit }, now, ports);
  }
  return audited.length > 0;
}

/** Ends, visibly, what is in audit and has been for too long, and looks again when the next one has been. */
async function giveUpAudits(
  { target, state }: Standing,
  now: number,
  { store, log }: DeliverPorts,
): Promise<StateChange> {
  if (state.auditUntil === undefined || state.auditUntil > now) return {};
  const overdue = await store.overdueAudits(target, now);
  const last = { at: now, note: "QQ never told how its audit ended" };
  const settlements = overdue.map(({ id, attempts }): Settlement => ({
    id,
    attempts,
    state: "unsure",
    from: "in-audit",
    last,
  }));
  await store.settle(target, settlements, now);
  if (settlements.length > 0) log("warn", "audit-lost", { scene: target.scene, notices: settlements.length });
  const over = new Set(overdue.map(({ id }) => id));
  const left = (await store.overdueAudits(target, now + auditPatience)).filter(({ id }) => !over.has(id));
  const ends = left.map((delivery) => Math.max(now + minute, auditOverAt(delivery)));
  return { auditUntil: ends.length > 0 ? Math.min(...ends) : null };
}
