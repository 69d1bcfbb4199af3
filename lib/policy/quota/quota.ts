import type { Rule, SceneLimits } from "../../model/limits.ts";
import type { Quota } from "../../model/quota.ts";
import type { Charge } from "../../model/charge.ts";
import type { Target } from "../../model/target.ts";
import { periodBegin, periodEnd, periodKey, slidingSpan } from "./period.ts";
import { minute } from "../../base/time.ts";

/** Key of a counter: `<rule>@<period>`. */
const counterKey = (rule: string, period: string): string => `${rule}@${period}`;

/** The rules whose counters belong to one kind of owner. */
export const rulesOf = (limits: SceneLimits, per: Rule["per"]): readonly Rule[] =>
  limits.proactive.filter((rule) => rule.per === per);

/** True where the settings allow replies only. */
export const repliesOnly = (limits: SceneLimits): boolean => limits.proactive.some((rule) => rule.max === 0);

/** A rule of calendar days or months; the others slide. */
export type CalendarRule = Rule & { readonly every: "month" | "day" };

export const isCalendar = (rule: Rule): rule is CalendarRule => rule.every === "month" || rule.every === "day";

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
  if (rule.every === "minute" || rule.every === "second") {
    const span = slidingSpan[rule.every];
    const recent = (quota.recent[rule.id] ?? []).filter((at) => at > now - span);
    const first = Math.min(now, recent[Math.max(0, recent.length - rule.max)] ?? now);
    return { left: rule.max - recent.length, opensAt: first + span };
  }
  const key = counterKey(rule.id, periodKey(rule.every, timeZone, now));
  return { left: rule.max - (quota.used[key] ?? 0), opensAt: periodEnd(rule.every, timeZone, now) };
}

/** When (ms) a send is claimed, and by when at the latest QQ has it, if it gets it at all. */
export type SendTime = { readonly now: number; readonly until: number };

/**
 * The units that one proactive send takes from one owner. QQ counts a message when it gets it, which may be long after it was
 * claimed: a sliding rule has it at the latest moment, until the answer says more (`landedCharges`).
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

function chargeOf(quota: Quota, rule: Rule, target: Target, timeZone: string, { now, until }: SendTime): Charge {
  if (rule.every === "minute" || rule.every === "second") {
    const seen = quota.recent[rule.id] ?? [];
    const span = slidingSpan[rule.every];
    const next = inOrder([...seen.filter((at) => at > now - span), until]);
    return { kind: "recent", rule: rule.id, seen, next };
  }
  const period = periodKey(rule.every, timeZone, now);
  if (rule.counts === "targets") return { kind: "distinct", rule: rule.id, period, max: rule.max, member: target.id };
  const current = counterKey(rule.id, period);
  const stale = Object.keys(quota.used).filter((key) => key.startsWith(counterKey(rule.id, "")) && key !== current);
  return { kind: "count", rule: rule.id, period, max: rule.max, stale, ...(rule.tallied && { tallied: true }) };
}

const inOrder = (times: readonly number[]): readonly number[] => times.toSorted((a, b) => a - b);

/**
 * What tells sliding rules that a send which had until `until` has ended by `now`, given what they have by now; none where
 * each of them has more than half of its units left: the send may be counted for too long there, and no write need be spent.
 */
export function landedCharges(
  recent: Quota["recent"],
  rules: readonly Rule[],
  { now, until }: SendTime,
): readonly Charge[] {
  const sliding = rules.flatMap(({ id, max }) => {
    const seen = recent[id] ?? [];
    const at = seen.lastIndexOf(until);
    return at < 0 ? [] : [{ isCrowded: seen.length > max / 2, charge: landed(id, seen, at, now) }];
  });
  return sliding.some(({ isCrowded }) => isCrowded) ? sliding.map(({ charge }) => charge) : [];
}

const landed = (rule: string, seen: readonly number[], at: number, now: number): Charge => ({
  kind: "recent",
  rule,
  seen,
  next: inOrder(seen.with(at, now)),
});

/** When (ms) rules that are used up are worth another try: the end of their period, at least a minute. */
export function closedUntil(rules: readonly Rule[], timeZone: string, now: number): number {
  const ends = rules.map((rule) =>
    rule.every === "minute" || rule.every === "second" ? now + minute : periodEnd(rule.every, timeZone, now),
  );
  return Math.max(now + minute, ...ends);
}

/**
 * The calendar period of rules whose owner is wider than a target. It is part of their item's key, so that the items of
 * past periods expire by themselves; sliding rules have none.
 */
export function sharedPeriod(rules: readonly Rule[], timeZone: string, now: number): string {
  const periods = rules.flatMap((rule) =>
    rule.every === "minute" || rule.every === "second" ? [] : [periodKey(rule.every, timeZone, now)],
  );
  return [...new Set(periods)].sort().join();
}
