import { findAddress } from "./address.ts";
import { claimAsking, isAsking } from "./claim-asking.ts";
import type { Claimed } from "./claim-permit.ts";
import type { Claim } from "../model/claim.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Send } from "../model/plan.ts";
import type { Quota } from "../model/quota.ts";
import type { Settlement, StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { type Ended, judge, type Verdict } from "../policy/outcome/verdict.ts";
import { isOnProbation } from "../policy/outcome/barred.ts";
import { noteLimits } from "./note-limits.ts";
import { noteCounted } from "./note-counted.ts";
import { rememberActs } from "../policy/plan/told-acts.ts";
import { logUnused } from "./log-unused.ts";
import { logSend } from "./log-send.ts";
import { landUnits } from "./land.ts";
import { settle } from "./settle.ts";
import type { Transmitted } from "./transmit.ts";
import { type Part, type Parts, transmitApart } from "./transmit-apart.ts";

/**
 * How one send left the target. `finished`: its deliveries are done with, and the rest of the plan still holds; a push that
 * QQ took against its word, or that asked for more, makes way for the others.
 */
export type SendEnd = {
  readonly finished: boolean;
  readonly change: StateChange;
  readonly pauseUntil?: number;
  /** Nothing is sent before this time (ms), when the target has its turn among those that share a quota. */
  readonly turnAt?: number;
  /** The target's slots under sliding rules, where it spent any: the next send of the same plan goes by them. */
  readonly recent?: Quota["recent"];
};

/** Takes one planned message to its end: claim ▸ render ▸ send ▸ settle. */
export async function sendOne(send: Send, standing: Standing, deadline: number, ports: DeliverPorts): Promise<SendEnd> {
  const { clock, rules } = ports;
  const claimed = await claimAsking(send, standing, deadline, ports);
  if (claimed.kind === "closed") return unsent(claimed);
  const { claim, spent } = claimed;
  const { parts, change } = await goOut(send, claim, standing, deadline, ports);
  const now = clock.now().getTime();
  const asked = isAsking(send, ports);
  await noteLimits({ parts, claim, asked }, standing, now, ports);
  const judgePart = (part: Part) =>
    judge(endedSend(part, send, standing, claim), (route) => rules.policyOf(route).onUnsure, ports.random(), now);
  const main = parts.main && judgePart(parts.main);
  const verdict = joinVerdicts(main, parts.refused.map(judgePart), leaveRest(parts, claim));
  const tried = [...parts.refused, ...(parts.main ? [parts.main] : [])];
  for (const { deliveries, transmitted } of tried) {
    if (transmitted.unused) logUnused({ ...send, deliveries }, transmitted.unused, ports);
    logSend({ send: { ...send, deliveries }, verdict: main ?? verdict, ...transmitted }, standing, now, ports);
  }
  const learnt = await settle({ verdict, parts, claim, spent }, standing, now, ports);
  for (const { transmitted } of tried) await ports.breaker.note(transmitted.outcome, now);
  const recent = await landUnits(spent, { now, by: claim.id }, ports);
  return {
    finished: !asked && isFinished(verdict, standing),
    recent,
    change: {
      ...change,
      ...lengthen(verdict.change, standing),
      ...learnt,
      ...noteTold(verdict, send, standing, now),
      ...noteCounted(parts, verdict, standing, rules),
      ...(claim.permit.kind === "proactive" && { claim: null }),
    },
    ...(verdict.pauseUntil !== undefined && { pauseUntil: verdict.pauseUntil }),
  };
}

/** Nothing of it is pending, and what was planned behind it holds still. */
const isFinished = ({ settlements, passed }: Verdict, { state }: Standing): boolean =>
  settlements.every((each) => each.state !== "pending") && !(passed && isOnProbation(state));

const unsent = ({ change, turnAt }: Extract<Claimed, { readonly kind: "closed" }>): SendEnd => ({
  finished: false,
  change,
  ...(turnAt !== undefined && { turnAt }),
});

/** That QQ took some of the message's notices, what they told, and that it left some that would have gone. */
function noteTold(
  { settlements }: Verdict,
  { deliveries, leaves }: Send,
  { state }: Standing,
  now: number,
): StateChange {
  const told = new Set(settlements.flatMap(({ id, state }) => (state === "sent" || state === "counted" ? [id] : [])));
  if (!deliveries.some(({ id, answers }) => !answers && told.has(id))) return {};
  const sent = new Set(settlements.flatMap(({ id, state }) => (state === "sent" ? [id] : [])));
  const acts = rememberActs(
    deliveries.filter(({ id }) => sent.has(id)),
    state.acts,
    now,
  );
  return { toldAt: now, ...(leaves && { leftAt: now }), ...(acts && { acts }) };
}

type Gone = { readonly parts: Parts; readonly change: StateChange };

/** Sends to where QQ knows the target, with what that taught of it. Where that cannot be found out, nothing goes out. */
async function goOut(
  send: Send,
  claim: Claim,
  standing: Standing,
  deadline: number,
  ports: DeliverPorts,
): Promise<Gone> {
  const address = await findAddress(standing, deadline, ports);
  if (address.kind === "refused") {
    const told = { worded: [], summed: [], counted: [] };
    const transmitted: Transmitted = { outcome: address, tries: 1, told, steps: [], repeated: false };
    return { parts: { main: { deliveries: send.deliveries, transmitted }, refused: [], rest: [] }, change: {} };
  }
  const { target } = address;
  const { permit } = claim;
  const downgrades = standing.state.downgrades ?? {};
  const narrow = (part: readonly Delivery[]) =>
    ports.store.narrowClaim(standing.target, { ...claim, deliveries: part.map(({ id }) => id) });
  const parts = await transmitApart({ send, target, permit, downgrades }, narrow, deadline, ports);
  const learnt = parts.main?.transmitted.downgrades;
  return {
    parts,
    change: {
      ...(learnt && { downgrades: learnt }),
      ...(target.id !== standing.target.id && { address: target.id }),
    },
  };
}

function endedSend({ deliveries, transmitted }: Part, { by }: Send, { state, windows }: Standing, claim: Claim): Ended {
  const { outcome, repeated, steps, told } = transmitted;
  const isRepeat = by.kind === "repeat";
  const sentBefore = repeated || isRepeat || (by.kind === "reply" && by.seq !== undefined);
  return { deliveries, state, windows, claim, outcome, sentBefore, isRepeat, steps, told };
}

/**
 * What a message of which QQ refused a part did not get to waits: under the reply that it was to go out by, or for another
 * where a part may have been taken, since QQ would take it for a repeat of that.
 */
function leaveRest({ main, rest }: Parts, { id: claim, permit }: Claim): readonly Settlement[] {
  const isFree = main === undefined || main.transmitted.outcome.kind === "refused";
  return rest.map(({ id, attempts }) => ({
    id,
    attempts,
    state: "pending",
    claim,
    ...(permit.kind === "reply" && isFree && { permit }),
  }));
}

const nothing: Verdict = { settlements: [], refund: true, doubt: false, change: {} };

/** The parts of a message as one end: its permit is used up where any of it was taken. */
function joinVerdicts(main: Verdict | undefined, refused: readonly Verdict[], rest: readonly Settlement[]): Verdict {
  const whole = main ?? nothing;
  return {
    ...whole,
    settlements: [...refused.flatMap(({ settlements }) => settlements), ...whole.settlements, ...rest],
  };
}

/** A person's mute that lasts longer than what QQ's refusal asks for stays as it is. */
const lengthen = (change: StateChange, { state }: Standing): StateChange =>
  typeof change.mutedUntil === "number"
    ? { ...change, mutedUntil: Math.max(change.mutedUntil, state.mutedUntil ?? 0) }
    : change;
