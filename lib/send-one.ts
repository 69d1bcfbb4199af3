import { findAddress } from "./address.ts";
import { claimPermit, refundAll } from "./claim-permit.ts";
import type { Claim } from "./model/claim.ts";
import type { Outcome } from "./model/outcome.ts";
import type { Send } from "./model/plan.ts";
import { scenes } from "./model/scene.ts";
import type { StateChange } from "./model/settlement.ts";
import type { Standing } from "./model/standing.ts";
import type { Target } from "./model/target.ts";
import type { DeliverLine } from "./line.ts";
import { nextTimeOfDay } from "./policy/period.ts";
import type { Spent } from "./ports.ts";
import { closedUntil } from "./policy/quota.ts";
import { waitAtOnce } from "./policy/retry.ts";
import { judge, type Verdict } from "./policy/verdict.ts";
import { wire } from "./qq/wire.ts";
import { lastMessageNote } from "./render/last-message-note.ts";
import { renderSend, type SendContent } from "./render/render-send.ts";
import { type Look, mend } from "./render/repair.ts";
import { tellSend } from "./tell-send.ts";

/** A send is not begun with less time (ms) than QQ asks for one request, and some to settle in. */
export const leastTime = 5_500;

/** QQ does not document the hours of its night (code 304022); nine in the morning is this project's reading. */
const morning = 9 * 3_600_000;

/** How one send left the target. `finished`: its deliveries are done with, and the rest of the plan still holds. */
export type SendEnd = {
  readonly finished: boolean;
  readonly change: StateChange;
  readonly pauseUntil?: number;
};

/** Takes one planned message to its end: claim ▸ render ▸ send ▸ settle. */
export async function sendOne(send: Send, standing: Standing, deadline: number, line: DeliverLine): Promise<SendEnd> {
  const { store, clock, rules } = line;
  const { target } = standing;
  const claimed = await claimPermit(send, standing, line);
  if (claimed.kind === "closed") return { finished: false, change: claimed.change };
  const { claim, spent } = claimed;
  const address = await findAddress(standing, deadline, line);
  const { outcome, tries, leftOut, ms }: Transmitted =
    address.kind === "refused"
      ? { outcome: address, tries: 1, leftOut: [] }
      : await transmit(send, claim, address.target, deadline, line);
  const now = clock.now().getTime();
  const sentBefore = tries > 1 || send.by.kind === "repeat" || (send.by.kind === "reply" && send.by.seq !== undefined);
  const ended = { deliveries: send.deliveries, claim, outcome, sentBefore };
  const verdict = judge(ended, (route) => rules.policyOf(route).onUnsure, line.random(), now);
  tellSend({ send, verdict, outcome, tries, ms }, standing, now, line);
  const finished = verdict.settlements.every((settlement) => settlement.state !== "pending");
  if (outcome.kind === "in-audit") {
    const deliveries = send.deliveries.map((delivery) => delivery.id);
    await store.recordAudit(outcome.auditId, { target, deliveries, spent }, now);
  }
  if (finished && leftOut.length > 0) await store.writePage(target, leftOut, now);
  const learnt = await settle(verdict, standing, spent, now, line);
  return {
    finished,
    change: {
      ...verdict.change,
      ...learnt,
      ...(address.kind === "address" && address.target.id !== target.id && { address: address.target.id }),
    },
    ...(verdict.pauseUntil !== undefined && { pauseUntil: verdict.pauseUntil }),
  };
}

/** How a send ended on the wire, after how many tries, and which of its deliveries the message only counted. */
type Transmitted = {
  readonly outcome: Outcome;
  readonly tries: number;
  readonly leftOut: readonly string[];
  /** Time (ms) until QQ's last answer. */
  readonly ms?: number;
};

/**
 * Renders and sends until QQ takes it, refuses it for good, or only a later call can help: passing faults go out again
 * as they are, content that can be mended goes out changed, all under the one permit.
 */
async function transmit(
  send: Send,
  claim: Claim,
  target: Target,
  deadline: number,
  line: DeliverLine,
): Promise<Transmitted> {
  const { clock, qq } = line;
  const content = contentOf(send, line);
  const notices = send.deliveries.filter((delivery) => !delivery.answers);
  let look: Look = { style: line.styleOf(send.deliveries), filler: false };
  let faults = 0;
  for (let tries = 1; ; tries += 1) {
    const { message, leftOut } = renderSend(content, look.style);
    const body = wire(message, target.scene, claim.permit, look.filler);
    const begun = clock.now().getTime();
    const outcome = await qq.send({ target, body, permit: claim.permit.kind }, deadline);
    const ms = clock.now().getTime() - begun;
    const end = { outcome, tries, leftOut: leftOut.flatMap((at) => notices[at]?.id ?? []), ms };
    if (outcome.kind === "refused" && outcome.as === "fix") {
      const mended = mend(look, outcome.repair ?? []);
      if (!mended) return end;
      look = mended;
      continue;
    }
    faults += 1;
    const wait = waitAtOnce(outcome, faults, claim.permit, scenes[target.scene].wire, line.random());
    if (wait === undefined || clock.now().getTime() + wait + leastTime > deadline) return end;
    await clock.wait(wait);
  }
}

/** What a message is to tell: an answer first, then the notices, with how many were folded into each. */
function contentOf({ deliveries, last }: Send, { rules, language }: DeliverLine): SendContent {
  const answer = deliveries.find((delivery) => delivery.answers)?.notice;
  const notices = deliveries
    .filter((delivery) => !delivery.answers)
    .map(({ notice, folded }) => (folded === undefined ? notice : { ...notice, times: folded + 1 }));
  const [first] = deliveries;
  return {
    notices,
    ...(answer && { answer }),
    ...(last && first && { note: lastMessageNote(first.target.scene, rules.limits, language) }),
  };
}
/** Writes what the end of a send changes, and answers what it teaches about wider quotas. */
async function settle(
  verdict: Verdict,
  { target }: Standing,
  spent: readonly Spent[],
  now: number,
  line: DeliverLine,
): Promise<StateChange> {
  const { store, rules } = line;
  await store.settle(target, verdict.settlements, now);
  if (verdict.refund) await refundAll(spent, line);
  if (verdict.dropWindow) await store.dropWindow(target, verdict.dropWindow);
  if (verdict.close === undefined) return {};
  if (verdict.close === "night") return { wideClosedUntil: nextTimeOfDay(morning, rules.timeZone, now) };
  const closed = spent.find(({ owner }) => owner.kind === verdict.close);
  const until = closedUntil(closed?.rules ?? rules.limits.proactive, rules.timeZone, now);
  if (closed) {
    const ids = closed.rules.map((rule) => rule.id);
    await store.closeQuota(closed.owner, ids, until);
  }
  return closed?.owner.kind === "target" ? {} : { wideClosedUntil: until };
}
