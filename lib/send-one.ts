import { claimPermit, refundAll, type Spent } from "./claim-permit.ts";
import type { Claim } from "./model/claim.ts";
import type { Outcome } from "./model/outcome.ts";
import type { Send } from "./model/plan.ts";
import { scenes } from "./model/scene.ts";
import type { StateChange } from "./model/settlement.ts";
import type { Standing } from "./model/standing.ts";
import type { Target } from "./model/target.ts";
import type { DeliverLine } from "./line.ts";
import { nextTimeOfDay } from "./policy/period.ts";
import { closedUntil } from "./policy/quota.ts";
import { waitAtOnce } from "./policy/retry.ts";
import { judge, type Verdict } from "./policy/verdict.ts";
import { wire } from "./qq/wire.ts";
import { render } from "./render/index.ts";
import { type Look, mend } from "./render/repair.ts";

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
  const claimed = await claimPermit(send, standing, line);
  if (claimed.kind === "closed") return { finished: false, change: claimed.change };
  const { claim, spent } = claimed;
  const { outcome, tries } = await transmit(send, claim, standing.target, deadline, line);
  const now = line.clock.now().getTime();
  const sentBefore = tries > 1 || send.by.kind === "repeat" || (send.by.kind === "reply" && send.by.seq !== undefined);
  const ended = { deliveries: send.deliveries, claim, outcome, sentBefore };
  const verdict = judge(ended, (route) => line.rules.policyOf(route).onUnsure, line.random(), now);
  tell(send, outcome, tries, line);
  const learnt = await settle(verdict, standing, spent, now, line);
  return {
    finished: verdict.settlements.every((settlement) => settlement.state !== "pending"),
    change: { ...verdict.change, ...learnt },
    ...(verdict.pauseUntil !== undefined && { pauseUntil: verdict.pauseUntil }),
  };
}

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
): Promise<{ readonly outcome: Outcome; readonly tries: number }> {
  const { clock, qq } = line;
  const wireKind = scenes[target.scene].wire;
  let look: Look = { style: line.styleOf(send.deliveries), filler: false };
  let faults = 0;
  for (let tries = 1; ; tries += 1) {
    const message = render(
      send.deliveries.map((delivery) => delivery.notice),
      look.style,
    );
    const body = wire(message, target.scene, claim.permit, look.filler);
    const outcome = await qq.send({ target, body, permit: claim.permit.kind }, deadline);
    if (outcome.kind === "refused" && outcome.as === "fix") {
      const mended = mend(look, outcome.repair ?? []);
      if (!mended) return { outcome, tries };
      look = mended;
      continue;
    }
    faults += 1;
    const wait = waitAtOnce(outcome, faults, claim.permit, wireKind, line.random());
    if (wait === undefined || clock.now().getTime() + wait + leastTime > deadline) return { outcome, tries };
    await clock.wait(wait);
  }
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

function tell(send: Send, outcome: Outcome, tries: number, { log }: DeliverLine): void {
  const { answer, kind } = outcome;
  const [first] = send.deliveries;
  log(kind === "sent" ? "info" : "warn", "send", {
    scene: first?.target.scene,
    routes: [...new Set(send.deliveries.map((delivery) => delivery.route))],
    notices: send.deliveries.length,
    by: send.by.kind,
    outcome: outcome.kind === "refused" ? outcome.as : kind,
    tries,
    ...answer,
  });
}
