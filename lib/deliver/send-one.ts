import { findAddress } from "./address.ts";
import { refundAll } from "../outbox/refund.ts";
import { claimPermit } from "./claim-permit.ts";
import { closeQuota, reopenQuota } from "./close-quota.ts";
import type { Claim } from "../model/claim.ts";
import type { Send } from "../model/plan.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Spent } from "../ports.ts";
import { type Ended, judge, type Verdict } from "../policy/outcome/verdict.ts";
import { isOnProbation } from "../policy/outcome/barred.ts";
import { logUnused } from "./log-unused.ts";
import { logSend } from "./log-send.ts";
import { transmit, type Transmitted } from "./transmit.ts";

/**
 * How one send left the target. `finished`: its deliveries are done with, and the rest of the plan still holds; a push that
 * QQ took against its word makes way for the others.
 */
export type SendEnd = {
  readonly finished: boolean;
  readonly change: StateChange;
  readonly pauseUntil?: number;
};

/** Takes one planned message to its end: claim ▸ render ▸ send ▸ settle. */
export async function sendOne(send: Send, standing: Standing, deadline: number, ports: DeliverPorts): Promise<SendEnd> {
  const { clock, rules } = ports;
  const claimed = await claimPermit(send, standing, ports);
  if (claimed.kind === "closed") return { finished: false, change: claimed.change };
  const { claim, spent } = claimed;
  const { change, ...transmitted } = await goOut(send, claim, standing, deadline, ports);
  const now = clock.now().getTime();
  const ended = endedSend(send, standing, claim, transmitted);
  const verdict = judge(ended, (route) => rules.policyOf(route).onUnsure, ports.random(), now);
  const finished = verdict.settlements.every((settlement) => settlement.state !== "pending");
  if (transmitted.unused) logUnused(send, transmitted.unused, ports);
  logSend({ send, verdict, ...transmitted }, standing, now, ports);
  await keepForLater(ended, { spent, leftOut: finished ? transmitted.leftOut : [] }, standing, now, ports);
  await ports.breaker.note(ended.outcome, now);
  const learnt = await settle(verdict, standing, spent, now, ports);
  return {
    finished: finished && !(verdict.passed && isOnProbation(standing.state)),
    change: { ...change, ...lengthen(verdict.change, standing), ...learnt },
    ...(verdict.pauseUntil !== undefined && { pauseUntil: verdict.pauseUntil }),
  };
}

/** Sends to where QQ knows the target, with what that taught of it. Where that cannot be found out, nothing goes out. */
async function goOut(
  send: Send,
  { permit }: Claim,
  standing: Standing,
  deadline: number,
  ports: DeliverPorts,
): Promise<Transmitted & { readonly change: StateChange }> {
  const address = await findAddress(standing, deadline, ports);
  if (address.kind === "refused")
    return { outcome: address, tries: 1, leftOut: [], steps: [], repeated: false, change: {} };
  const { target } = address;
  const known = standing.state.downgrades ?? {};
  const { downgrades, ...transmitted } = await transmit({ send, target, permit, downgrades: known }, deadline, ports);
  return {
    ...transmitted,
    change: {
      ...(downgrades && { downgrades }),
      ...(target.id !== standing.target.id && { address: target.id }),
    },
  };
}

function endedSend(
  { deliveries, by }: Send,
  { state, windows }: Standing,
  claim: Claim,
  { outcome, repeated, steps }: Transmitted,
): Ended {
  const isRepeat = by.kind === "repeat";
  const sentBefore = repeated || isRepeat || (by.kind === "reply" && by.seq !== undefined);
  return { deliveries, state, windows, claim, outcome, sentBefore, isRepeat, steps };
}

/** What an audit event or the next page will ask for: written before the deliveries are settled, so that none is missed. */
async function keepForLater(
  { outcome, deliveries }: Ended,
  { spent, leftOut }: { readonly spent: readonly Spent[]; readonly leftOut: readonly string[] },
  { target }: Standing,
  now: number,
  { store }: DeliverPorts,
): Promise<void> {
  const ids = deliveries.map((delivery) => delivery.id);
  if (outcome.kind === "in-audit") await store.recordAudit(outcome.auditId, { target, deliveries: ids, spent }, now);
  if (leftOut.length > 0) await store.writePage(target, leftOut, now);
}

/** A person's mute that lasts longer than what QQ's refusal asks for stays as it is. */
const lengthen = (change: StateChange, { state }: Standing): StateChange =>
  typeof change.mutedUntil === "number"
    ? { ...change, mutedUntil: Math.max(change.mutedUntil, state.mutedUntil ?? 0) }
    : change;

/** Writes what the end of a send changes, and answers what it teaches about wider quotas. */
async function settle(
  verdict: Verdict,
  standing: Standing,
  spent: readonly Spent[],
  now: number,
  ports: DeliverPorts,
): Promise<StateChange> {
  const { store } = ports;
  await store.settle(standing.target, verdict.settlements, now);
  if (verdict.refund) await refundAll(spent, ports);
  if (verdict.doubt) for (const { owner, charges } of spent) await store.doubtUnits(owner, charges);
  if (verdict.dropWindow) await store.dropWindow(standing.target, verdict.dropWindow);
  if (verdict.close) return closeQuota(verdict.close, standing, spent, now, ports);
  return verdict.passed ? reopenQuota(standing, spent, ports) : {};
}
