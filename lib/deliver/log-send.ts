import { logHeld } from "./log-held.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { auditPatience } from "../model/audit.ts";
import { targetMark } from "../policy/forecast/target-mark.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Send } from "../model/plan.ts";
import type { Standing } from "../model/standing.ts";
import { isCalendar, roomOf, rulesOf } from "../policy/quota/quota.ts";
import type { Verdict } from "../policy/outcome/verdict.ts";

/** A send as it ended; `ms` until QQ's last answer. */
type Ended = {
  readonly send: Send;
  readonly verdict: Verdict;
  readonly outcome: Outcome;
  readonly tries: number;
  readonly ms?: number;
};

/**
 * Tells the log how a send ended, with what each delivery is called in its line of arrival, and what a proactive one left of
 * the target's day or month.
 */
export function logSend(ended: Ended, { target, quota }: Standing, now: number, { log, rules }: DeliverPorts): void {
  const { send, verdict, outcome, tries, ms } = ended;
  const { deliveries, by } = send;
  const { left } = roomOf(quota, rulesOf(rules.limits, "target").filter(isCalendar), rules.quotaZone, now);
  log(outcome.kind === "sent" ? "info" : "warn", "send", {
    scene: target.scene,
    target: targetMark(target),
    routes: [...new Set(deliveries.map((delivery) => delivery.route))],
    notices: deliveries.length,
    deliveries: deliveries.map(({ id }) => id),
    by: nameOf(by),
    ...(rules.asks && isPush(by) && { asks: true }),
    outcome: outcome.kind === "refused" ? outcome.as : outcome.kind,
    tries,
    ms,
    failed: verdict.settlements.filter(({ state }) => state === "failed").length,
    ...(isPush(by) && outcome.kind === "sent" && Number.isFinite(left) && { left: left - 1 }),
    ...("messageId" in outcome && { messageId: outcome.messageId }),
    ...outcome.answer,
  });
  if (outcome.kind === "in-audit") logHeld({ reason: "audit", until: now + auditPatience, deliveries }, target, log);
}

/** What a send went out by, as lines name it. */
const nameOf = (by: Send["by"]): string => (isWakeup(by) ? "wakeup" : by.kind);

const isWakeup = (by: Send["by"]): boolean => by.kind === "proactive" && by.wakeup === true;

const isPush = (by: Send["by"]): boolean => by.kind === "proactive" && !isWakeup(by);
