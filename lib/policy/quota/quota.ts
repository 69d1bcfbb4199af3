import type { Rule, SceneLimits } from "../../model/limits.ts";
import type { Quota, Slot } from "../../model/quota.ts";
import type { Charge } from "../../model/charge.ts";
import type { Target } from "../../model/target.ts";
import { periodBegin, periodEnd, periodKey } from "./period.ts";
import { freeFrom, isSliding, liveSlots, slides, slotName } from "./sliding.ts";
import { minute } from "../../base/time.ts";

/** Key of a counter: `<rule>@<period>`. */
const counterKey = (rule: string, period: string): string => `${rule}@${period}`;

/** Key of a calendar rule's counter at `now` (ms); of a sliding one, which has none, its id. */
export const keyIn = ({ id, every }: Rule, timeZone: string, now: number): string =>
  slides(every) ? id : counterKey(id, periodKey(every, timeZone, now));

/** Whether the owner of such counters has pushed in one of the periods of `now`, or may have. */
export const hasPushed = ({ used, doubt }: Quota, rules: readonly Rule[], timeZone: string, now: number): boolean =>
  rules
    .filter(({ every }) => every === "day")
    .map((rule) => keyIn(rule, timeZone, now))
    .some((key) => (used[key] ?? 0) + (doubt[key] ?? 0) > 0);

/** The rules whose counters belong to one kind of owner. */
export const rulesOf = (limits: SceneLimits, per: Rule["per"]): readonly Rule[] =>
  limits.proactive.filter((rule) => rule.per === per);

/** True where the settings allow replies only. */
export const repliesOnly = (limits: SceneLimits): boolean => limits.proactive.some((rule) => rule.max === 0);

/** A rule of calendar days or months; the others slide. */
export type CalendarRule = Rule & { readonly every: "month" | "day" };

export const isCalendar = (rule: Rule): rule is CalendarRule => !slides(rule.every);

/** What a calendar rule allows in the period that `now` (ms) lies in, and what of it is left. */
export const allowanceOf = ({ used }: Quota, { id, max, every }: CalendarRule, timeZone: string, now: number) => ({
  max,
  left: max - (used[counterKey(id, periodKey(every, timeZone, now))] ?? 0),
  begins: periodBegin(every, timeZone, now),
  ends: periodEnd(every, timeZone, now),
});

/** What one rule has left at `now`, and when (ms) it will have more. */
type Room = { readonly left: number; readonly opensAt: number };

/**
 * What rules of one owner leave at `now`: the least of them; and when each of them will have `need` units again.
 * No rules = no limit.
 */
export function roomOf(quota: Quota, rules: readonly Rule[], timeZone: string, now: number, need = 1): Room {
  const rooms = rules.filter(({ tallied }) => !tallied).map((rule) => roomOfRule(quota, rule, timeZone, now));
  const left = Math.min(Number.POSITIVE_INFINITY, ...rooms.map((room) => room.left));
  const opensAt = Math.max(now, ...rooms.filter((room) => room.left < need).map((room) => room.opensAt));
  return { left, opensAt };
}

function roomOfRule(quota: Quota, rule: Rule, timeZone: string, now: number): Room {
  const closed = quota.closed[rule.id] ?? 0;
  if (closed > now) return { left: 0, opensAt: closed };
  if (slides(rule.every)) {
    const live = liveSlots(quota.recent[rule.id] ?? [], rule.every, now);
    return { left: rule.max - live.length, opensAt: freeFrom(live, rule.every, Math.min(rule.max, live.length), now) };
  }
  const key = counterKey(rule.id, periodKey(rule.every, timeZone, now));
  return { left: rule.max - (quota.used[key] ?? 0), opensAt: periodEnd(rule.every, timeZone, now) };
}

/** When (ms) a send is claimed, by when at the latest QQ has it, if it gets it at all, and the id of its claim. */
export type SendTime = { readonly now: number; readonly until: number; readonly by: string };

/**
 * The units that one proactive send takes from one owner. QQ counts a message when it gets it, which may be long after it was
 * claimed: a sliding rule has it until the latest moment, unless the answer says more (`landedCharges`).
 */
export function chargesOf(
  quota: Quota,
  rules: readonly Rule[],
  target: Target,
  timeZone: string,
  time: SendTime,
): readonly Charge[] {
  return rules.map((rule) => chargeOf(quota, rule, target, timeZone, time));
}

function chargeOf(quota: Quota, rule: Rule, target: Target, timeZone: string, { now, until, by }: SendTime): Charge {
  if (slides(rule.every)) {
    const seen = quota.recent[rule.id] ?? [];
    const next: readonly Slot[] = [
      ...liveSlots(seen, rule.every, now),
      { kind: "begun", at: now, until, by: slotName(by) },
    ];
    return { kind: "recent", rule: rule.id, seen, next };
  }
  const period = periodKey(rule.every, timeZone, now);
  if (rule.counts === "targets") return { kind: "distinct", rule: rule.id, period, max: rule.max, member: target.id };
  const current = counterKey(rule.id, period);
  const stale = Object.keys(quota.used).filter((key) => key.startsWith(counterKey(rule.id, "")) && key !== current);
  return { kind: "count", rule: rule.id, period, max: rule.max, stale, ...(rule.tallied && { tallied: true }) };
}

/**
 * Where so few units of a minute are taken, they may count for half a minute longer than they must, so that a write is saved:
 * half of a target's own, and the only one of what targets share.
 */
const isUncrowded = ({ per, every, max }: Rule, taken: number): boolean =>
  every === "minute" && taken <= (per === "target" ? max / 2 : 1);

/**
 * What tells sliding rules that the send of a claim has ended by `now`, given what they have by now. None where few units of a
 * minute are taken: the send may be counted for a while too long there. In a second that is never so.
 */
export function landedCharges(
  recent: Quota["recent"],
  rules: readonly Rule[],
  { now, by }: Pick<SendTime, "now" | "by">,
): readonly Charge[] {
  const sliding = rules.filter(isSliding).flatMap((rule) => {
    const seen = recent[rule.id] ?? [];
    const isCrowded = !isUncrowded(rule, seen.length);
    const isOf = (slot: Slot) => slot.kind === "begun" && slot.by === slotName(by);
    const next = seen.map((slot): Slot => (isOf(slot) ? { kind: "ended", at: now } : slot));
    return seen.some(isOf) ? [{ isCrowded, charge: { kind: "recent", rule: rule.id, seen, next } as const }] : [];
  });
  return sliding.some(({ isCrowded }) => isCrowded) ? sliding.map(({ charge }) => charge) : [];
}

/** When (ms) rules that are used up are worth another try: the end of their period, at least a minute. */
export function closedUntil(rules: readonly Rule[], timeZone: string, now: number): number {
  const ends = rules.map((rule) => (slides(rule.every) ? now + minute : periodEnd(rule.every, timeZone, now)));
  return Math.max(now + minute, ...ends);
}

/**
 * The calendar period of rules whose owner is wider than a target. It is part of their item's key, so that the items of
 * past periods expire by themselves; sliding rules have none.
 */
export function sharedPeriod(rules: readonly Rule[], timeZone: string, now: number): string {
  const periods = rules.flatMap((rule) => (slides(rule.every) ? [] : [periodKey(rule.every, timeZone, now)]));
  return [...new Set(periods)].sort().join();
}
