import { day, hour, minute } from "../../base/time.ts";
import type { Evidence, EvidenceChange } from "../../model/evidence.ts";
import { presets, quotaZones } from "../../model/limits.ts";
import type { Outcome, RefusedKind } from "../../model/outcome.ts";
import type { Permit } from "../../model/permit.ts";
import type { SceneName } from "../../model/scene.ts";
import { periodEnd, periodKey } from "./period.ts";

/** A push as it ended. */
export type EndedPush = {
  readonly outcome: Outcome;
  /** Whether it was sent to ask. */
  readonly asked: boolean;
  /** Whether it went beyond what `published` allows its target, by our own count. */
  readonly beyond: boolean;
  /** Whether it went by the rules of `2026`. */
  readonly wide: boolean;
};

/** "Proactive pace exceeded": of rules that `published` does not have. */
const paceCode = 40034100;

/** Refusals that are about the target alone, and tell nothing of the scene. */
const ofTarget: ReadonlySet<RefusedKind> = new Set(["denied", "gone", "muted"]);

/** Proof is written down again after so long (ms): a busy bot is shown it with every push. */
const renewAfter = day;

/** No word of it is left over from a question. */
const answered = { askedUntil: null, asks: null } as const;

/** What the end of a push shows of a scene's limits at `now` (ms); undefined where that is nothing new. */
export function lessonOf(push: EndedPush, evidence: Evidence, now: number): EvidenceChange | undefined {
  const { outcome, asked, beyond } = push;
  const isProof =
    (outcome.kind === "sent" && beyond) || (outcome.kind === "refused" && outcome.answer.code === paceCode);
  if (isProof) return prove(evidence, asked, now);
  if (outcome.kind !== "refused") return undefined;
  if (isQuota(outcome) && !isOfLastPeriod(push, now)) return refuse(evidence, now);
  return asked && ofTarget.has(outcome.as) ? answered : undefined;
}

function prove({ provenSince, provenAt, refusedUntil = 0 }: Evidence, asked: boolean, now: number) {
  const isKnown = !asked && refusedUntil <= now && provenAt !== undefined && now - provenAt < renewAfter;
  return isKnown ? undefined : { ...answered, refusedUntil: null, provenSince: provenSince ?? now, provenAt: now };
}

function refuse({ refusedUntil }: Evidence, now: number): EvidenceChange | undefined {
  const until = endOfPeriod(now);
  return refusedUntil === until ? undefined : { ...answered, provenSince: null, provenAt: null, refusedUntil: until };
}

const { every } = presets.published.group.proactive[0];

const zone = quotaZones.published;

/** When (ms) what `published` counts begins anew. */
export const endOfPeriod = (now: number): number => periodEnd(every, zone, now);

const isQuota = (outcome: Extract<Outcome, { kind: "refused" }>): boolean =>
  outcome.as === "quota" && outcome.of === undefined;

/** In the first hour of a period a refusal of what our own count has room for may be QQ's last word on the one before. */
export const isOfLastPeriod = ({ beyond, wide }: Pick<EndedPush, "beyond" | "wide">, now: number): boolean =>
  !beyond && !wide && periodKey(every, zone, now) !== periodKey(every, zone, now - hour);

/** Waits (ms) before another push asks, after the first, second, third that got no answer; the last one stays. */
const rests = [minute, 10 * minute, hour] as const;

/** Until when (ms) a push that is sent by `deadline` (ms) is the only one to ask, if nothing comes of it. */
export const askedUntil = ({ asks = 0 }: Evidence, deadline: number, now: number): number =>
  Math.max(deadline, now + (rests[Math.min(asks, rests.length - 1)] ?? hour));

/** A reply of a window that ended, by its number in it. */
export type EndedReply = {
  readonly permit: Extract<Permit, { kind: "reply" }>;
  readonly outcome: Outcome;
  /** When (ms) its window closes. */
  readonly closesAt: number;
};

/** "Too many", and "time or count of replies exceeded". */
const countCodes: ReadonlySet<number | undefined> = new Set([22009, 40034128]);

/** What a refused reply shows: one that only `published` allows, in a window that is still open, is one too many. */
export function replyLesson(
  scene: SceneName,
  { permit, outcome, closesAt }: EndedReply,
  now: number,
): EvidenceChange | undefined {
  const { times } = presets["2026"][scene].reply;
  const isRefused = outcome.kind === "refused" && countCodes.has(outcome.answer.code);
  const isOneMore = times !== null && times !== presets.published[scene].reply.times && permit.seq > times;
  return isRefused && isOneMore && permit.anchor.kind === "msg" && now < closesAt
    ? { repliesRefusedAt: now }
    : undefined;
}
