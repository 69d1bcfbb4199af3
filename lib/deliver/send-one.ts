import { findAddress } from "./address.ts";
import { refundAll } from "../outbox/refund.ts";
import { claimPermit } from "./claim-permit.ts";
import type { Send } from "../model/plan.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { nextTimeOfDay } from "../policy/quota/period.ts";
import type { Spent } from "../ports.ts";
import { closedUntil } from "../policy/quota/quota.ts";
import { judge, type Verdict } from "../policy/outcome/verdict.ts";
import { logUnused } from "./log-unused.ts";
import { logSend } from "./log-send.ts";
import { transmit, type Transmitted } from "./transmit.ts";

/** QQ does not document the hours of its night; nine in the morning is this project's reading. */
const morning = 9 * 3_600_000;

/** How one send left the target. `finished`: its deliveries are done with, and the rest of the plan still holds. */
export type SendEnd = {
  readonly finished: boolean;
  readonly change: StateChange;
  readonly pauseUntil?: number;
};

/** Takes one planned message to its end: claim ▸ render ▸ send ▸ settle. */
export async function sendOne(send: Send, standing: Standing, deadline: number, ports: DeliverPorts): Promise<SendEnd> {
  const { store, clock, rules } = ports;
  const { target } = standing;
  const claimed = await claimPermit(send, standing, ports);
  if (claimed.kind === "closed") return { finished: false, change: claimed.change };
  const { claim, spent } = claimed;
  const address = await findAddress(standing, deadline, ports);
  const { outcome, tries, leftOut, steps, ms, repeated, downgrades, unused }: Transmitted =
    address.kind === "refused"
      ? { outcome: address, tries: 1, leftOut: [], steps: [], repeated: false }
      : await transmit(
          {
            send,
            target: address.target,
            permit: claim.permit,
            downgrades: standing.state.downgrades ?? {},
          },
          deadline,
          ports,
        );
  const now = clock.now().getTime();
  const isRepeat = send.by.kind === "repeat";
  const sentBefore = repeated || isRepeat || (send.by.kind === "reply" && send.by.seq !== undefined);
  const ended = { deliveries: send.deliveries, claim, outcome, sentBefore, isRepeat, steps };
  const verdict = judge(ended, (route) => rules.policyOf(route).onUnsure, ports.random(), now);
  if (unused) logUnused(send, unused, ports);
  logSend({ send, verdict, outcome, tries, ms }, standing, now, ports);
  const finished = verdict.settlements.every((settlement) => settlement.state !== "pending");
  if (outcome.kind === "in-audit") {
    const deliveries = send.deliveries.map((delivery) => delivery.id);
    await store.recordAudit(outcome.auditId, { target, deliveries, spent }, now);
  }
  if (finished && leftOut.length > 0) await store.writePage(target, leftOut, now);
  const learnt = await settle(verdict, standing, spent, now, ports);
  return {
    finished,
    change: {
      ...lengthen(verdict.change, standing),
      ...learnt,
      ...(downgrades && { downgrades }),
      ...(address.kind === "address" && address.target.id !== target.id && { address: address.target.id }),
    },
    ...(verdict.pauseUntil !== undefined && { pauseUntil: verdict.pauseUntil }),
  };
}

/** A person's mute that lasts longer than what QQ's refusal asks for stays as it is. */
const lengthen = (change: StateChange, { state }: Standing): StateChange =>
  typeof change.mutedUntil === "number"
    ? { ...change, mutedUntil: Math.max(change.mutedUntil, state.mutedUntil ?? 0) }
    : change;

/** Writes what the end of a send changes, and answers what it teaches about wider quotas. */
async function settle(
  verdict: Verdict,
  { target }: Standing,
  spent: readonly Spent[],
  now: number,
  ports: DeliverPorts,
): Promise<StateChange> {
  const { store, rules } = ports;
  await store.settle(target, verdict.settlements, now);
  if (verdict.refund) await refundAll(spent, ports);
  if (verdict.dropWindow) await store.dropWindow(target, verdict.dropWindow);
  if (verdict.close === undefined) return {};
  if (verdict.close === "night") return { sharedClosedUntil: nextTimeOfDay(morning, rules.timeZone, now) };
  const closed = spent.find(({ owner }) => owner.kind === verdict.close);
  const until = closedUntil(closed?.rules ?? rules.limits.proactive, rules.timeZone, now);
  if (closed) {
    const ids = closed.rules.map((rule) => rule.id);
    await store.closeQuota(closed.owner, ids, until);
  }
  return closed?.owner.kind === "target" && closed.rules.length > 0 ? {} : { sharedClosedUntil: until };
}
