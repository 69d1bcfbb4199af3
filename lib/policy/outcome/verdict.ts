import type { Claim, ClaimEnd } from "../../model/claim.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { Outcome, QqAnswer, SharedQuota } from "../../model/outcome.ts";
import type { Anchor, Permit } from "../../model/permit.ts";
import type { Excess } from "../../model/quota.ts";
import { scenes } from "../../model/scene.ts";
import type { StateChange, Settlement } from "../../model/settlement.ts";
import type { TargetState } from "../../model/standing.ts";
import type { ReplyWindow } from "../../model/window.ts";
import { unreachable } from "../../base/unreachable.ts";
import { readmit } from "./barred.ts";
import { type Reaction, reactions } from "./reactions.ts";
import { waitAfterLoss, waitInOutbox } from "./retry.ts";
import { triedUnder } from "./tried.ts";
import { minute } from "../../base/time.ts";
import { auditPatience } from "../../model/audit.ts";

/** One send as it ended. */
export type Ended = {
  readonly deliveries: readonly Delivery[];
  /** The target's state and reply windows before it. */
  readonly state: TargetState;
  readonly windows: readonly ReplyWindow[];
  readonly claim: Claim;
  readonly outcome: Outcome;
  /** Whether the same anchor and seq went out before, so that QQ's "duplicate" means that it arrived. */
  readonly sentBefore: boolean;
  /** Whether it is the repeat of a send whose end nobody saw, so that "too late" does not mean that it never arrived. */
  readonly isRepeat?: boolean;
  /** What was changed after which refusal before it ended. */
  readonly steps: readonly string[];
  /** How the message told each of them; of one that QQ took. */
  readonly told: Pick<ClaimEnd, "summed" | "counted">;
};

/** What the end of a send changes. */
export type Verdict = {
  readonly settlements: readonly Settlement[];
  /** The unit of a proactive send goes back: QQ said for certain that nothing was delivered. */
  readonly refund: boolean;
  /** Nobody knows whether a proactive send arrived: its unit is in doubt. */
  readonly doubt: boolean;
  /** QQ took a push: it refuses no longer what it refused before. */
  readonly passed?: true;
  /** Whose counter takes no more for now, and what QQ says there was too much of. */
  readonly close?: { readonly of: "target" | SharedQuota; readonly excess: Excess };
  /** The window takes no more: it is forgotten. */
  readonly dropWindow?: Anchor;
  readonly change: StateChange;
  /** Nothing more is sent to the target before this time (ms): the fault is not this message's. */
  readonly pauseUntil?: number;
};

/** What the end of a send means for its deliveries, its permit and its target. `random` is 0 … 1. */
export function judge(
  ended: Ended,
  onUnsure: (route: string) => "resend" | "assume-sent",
  random: number,
  now: number,
): Verdict {
  const { deliveries, claim, outcome, sentBefore, steps } = ended;
  const verdict = (settle: (delivery: Delivery) => Partial<Settlement>, more: Partial<Verdict> = {}): Verdict => ({
    settlements: deliveries.map((delivery) =>
      withWaitsFrom(ended.windows, {
        id: delivery.id,
        state: "pending",
        attempts: delivery.attempts + 1,
        claim: claim.id,
        tried: triedUnder(claim),
        last: { ...outcome.answer, at: now, ...(steps.length > 0 && { steps }) },
        ...settle(delivery),
      }),
    ),
    refund: false,
    doubt: false,
    change: {},
    ...more,
  });
  switch (outcome.kind) {
    case "sent":
      return verdict(
        ({ id }) => ({
          ...settleTold(id, ended.told),
          ...(outcome.messageId !== undefined && { messageId: outcome.messageId }),
        }),
        passed(ended),
      );
    case "in-audit": {
      const end = passed(ended);
      const auditUntil = Math.min(ended.state.auditUntil ?? Number.POSITIVE_INFINITY, now + auditPatience);
      const change = { ...end.change, auditUntil };
      return verdict(() => ({ state: "in-audit", auditId: outcome.auditId }), { ...end, change });
    }
    case "duplicate":
      return sentBefore
        ? verdict(({ id }) => settleTold(id, ended.told))
        : verdict((delivery) => retried(delivery, outcome.answer, random, now));
    case "unsure":
      return judgeUnsure(ended, verdict, onUnsure, random, now);
    case "refused":
      return judgeRefused(ended, asOfPermit(outcome, claim.permit), verdict, { onUnsure, random, now });
    default:
      return unreachable(outcome);
  }
}

/** One of a message that QQ took: told, or only counted, so that it waits for someone to ask for more. */
export function settleTold(id: string, { summed, counted }: Ended["told"]): Partial<Settlement> {
  const place = counted.indexOf(id);
  if (place >= 0) return { state: "counted", place };
  return { state: "sent", told: summed.includes(id) ? "summed" : "worded" };
}

const passed = ({ state, claim: { permit } }: Ended): Pick<Verdict, "passed" | "change"> => ({
  ...(permit.kind === "proactive" && !permit.wakeup && { passed: true }),
  change: readmit(state, permit.kind),
});

/** A wait is for the permits that there were: a window that opens later is not known here, even if it is open by now. */
const withWaitsFrom = (windows: readonly ReplyWindow[], settlement: Settlement): Settlement =>
  settlement.notBefore === undefined
    ? settlement
    : { ...settlement, waitsFrom: Math.max(0, ...windows.map(({ openedAt }) => openedAt)) };

type Build = (settle: (delivery: Delivery) => Partial<Settlement>, more?: Partial<Verdict>) => Verdict;

/**
 * A reply that QQ would deduplicate is left unfinished, as of its claim, so that the next plan repeats it; any other lost
 * answer is the route's to decide. Whether QQ counted the send nobody knows: its unit is counted apart.
 */
function judgeUnsure(
  { deliveries, claim, outcome, steps }: Ended,
  verdict: Build,
  onUnsure: (route: string) => "resend" | "assume-sent",
  random: number,
  now: number,
): Verdict {
  const [first] = deliveries;
  const repeatable = claim.permit.kind === "reply" && first && scenes[first.target.scene].wire === "v2";
  if (repeatable) {
    const wait = waitInOutbox(first.attempts + 1, random);
    const last = { ...outcome.answer, at: claim.at, ...(steps.length > 0 && { steps }) };
    return verdict(() => ({ claim: undefined, last }), { pauseUntil: now + wait });
  }
  return verdict(
    (delivery) =>
      onUnsure(delivery.route) === "assume-sent"
        ? { state: "unsure" }
        : { notBefore: now + waitAfterLoss(delivery.attempts + 1, random) },
    { doubt: claim.permit.kind === "proactive" },
  );
}

type Refused = Extract<Outcome, { kind: "refused" }>;

/** "Too many" is said of what was sent: of a wake-up message it closes no pushes, and leaves its period nothing to try again. */
const asOfPermit = (outcome: Refused, permit: Permit): Refused =>
  permit.kind === "proactive" && permit.wakeup && outcome.as === "quota" && outcome.of === undefined
    ? { ...outcome, as: "wakeup-used" }
    : outcome;

/** What a refusal is judged by besides itself. */
type Judging = {
  readonly onUnsure: (route: string) => "resend" | "assume-sent";
  readonly random: number;
  readonly now: number;
};

function judgeRefused(ended: Ended, outcome: Refused, verdict: Build, judging: Judging): Verdict {
  const { permit } = ended.claim;
  const { random, now } = judging;
  const reaction: Reaction = reactions[outcome.as];
  const close = permit.kind === "reply" ? undefined : closedBy(outcome);
  const pauseUntil = pausedUntil(outcome, random, now);
  return verdict((delivery) => settleRefused(delivery, ended, outcome, judging), {
    refund: permit.kind === "proactive" && !reaction.keeps,
    ...(permit.kind === "reply" && reaction.drops && { dropWindow: permit.anchor }),
    change: reaction.change?.(ended.state, now) ?? {},
    ...(close !== undefined && { close }),
    ...(pauseUntil !== undefined && { pauseUntil }),
  });
}

function settleRefused(
  delivery: Delivery,
  { claim: { permit }, isRepeat }: Ended,
  { as, answer }: Refused,
  { onUnsure, random, now }: Judging,
): Partial<Settlement> {
  const { fails, mutes, drops, retries, wait }: Reaction = reactions[as];
  if (fails || (mutes && delivery.answers)) return { state: "failed" };
  if (drops && isRepeat && onUnsure(delivery.route) === "assume-sent") return { state: "unsure" };
  return {
    ...(permit.kind === "reply" && !drops && { permit }),
    ...(isRetried(retries, permit) && retried(delivery, answer, random, now)),
    ...(wait !== undefined && { notBefore: now + wait }),
  };
}

const isRetried = (retries: Reaction["retries"], { kind }: Permit): boolean =>
  retries === true || (retries === "push" && kind === "proactive");

/** The quota that a refused push shows to be used up. */
function closedBy({ as, of }: Refused): Verdict["close"] {
  const { closes }: Reaction = reactions[as];
  return closes && { of: of ?? "target", excess: closes };
}

/** Until when (ms) nothing more is sent to the target. A QQ that cannot be reached at all takes no other message either. */
function pausedUntil({ as, answer }: Refused, random: number, now: number): number | undefined {
  const { pauses, wait = minute }: Reaction = reactions[as];
  const isUnreached = as === "again" && answer.status === undefined;
  if (isUnreached) return now + waitInOutbox(1, random);
  return pauses ? now + wait : undefined;
}

/** A message that never reached QQ was not refused: how often that was says nothing of it. */
const retried = ({ attempts }: Delivery, { status }: QqAnswer, random: number, now: number): Partial<Settlement> => ({
  notBefore: now + waitInOutbox(status === undefined ? 1 : attempts + 1, random),
});
