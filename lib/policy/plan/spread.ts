import { day, hour } from "../../base/time.ts";
import type { SceneLimits } from "../../model/limits.ts";
import type { Quota } from "../../model/quota.ts";
import { scarcityOf } from "../../model/scarcity.ts";
import type { Standing } from "../../model/standing.ts";
import { allowanceOf, type CalendarRule, isCalendar, rulesOf } from "../quota/quota.ts";
import { type Allowance, lastTenthOf, pacedFrom } from "./pace.ts";
import type { PlanRules } from "./plan-rules.ts";

/** Who spoke within this time (ms) is expected to speak again, which tells what waits without a push. */
const talkFresh = 3 * day;

/** What a full digest left waiting has another push after this time (ms), or goes with the next one. */
const restAfterDigest = hour;

/** Rules of a target's own whose pushes have to be spared; those that only go on being counted limit none. */
export const scarceRules = (limits: SceneLimits): readonly CalendarRule[] =>
  rulesOf(limits, "target")
    .filter(isCalendar)
    .filter((rule) => !rule.tallied && scarcityOf(rule) !== "ample");

/** Whether a push counts for so much that all that may go goes by one. */
export const isRare = (limits: SceneLimits): boolean => scarceRules(limits).some((rule) => scarcityOf(rule) === "rare");

/** Whether no push ever told anything: the first one of a new period takes the old one's counter away, and leaves its own. */
export const isUntold = ({ used }: Quota): boolean => Object.values(used).every((count) => count === 0);

/**
 * How a push is let go that is not critical: as the formula spreads them; at a time of its own, where only the last one is kept;
 * or as soon as there is one.
 */
export type Spreading = "formula" | "own-time" | "at-once";

type Known = Pick<Standing, "quota" | "state">;

type Pacing = Pick<PlanRules, "limits" | "quotaZone" | "asksFrom">;

/**
 * When (ms), at `now` or later, a target's scarce rules let a push go that is not critical, as if nothing else were pushed until
 * then; not asked is what QQ's refusals and the route's reserve keep back. Infinity = never.
 */
export function spreadFrom(spreading: Spreading, known: Known, rules: Pacing, now: number): number {
  if (spreading === "at-once") return now;
  const times = scarceRules(rules.limits).map((rule) => ruleLets(rule, spreading, known, rules, now));
  return Math.max(now, ...times);
}

/** Where a rule is used up, a push that asks QQ for more is no less welcome than one of the next period. */
function ruleLets(rule: CalendarRule, spreading: Spreading, known: Known, rules: Pacing, now: number): number {
  if (rule.max < 1) return Number.POSITIVE_INFINITY;
  const at = Math.max(now, known.quota.closed[rule.id] ?? 0);
  const allowance = allowanceOf(known.quota, rule, rules.quotaZone, at);
  if (allowance.left < 1) {
    const { asksFrom = Number.POSITIVE_INFINITY } = rules;
    return Math.min(ruleLets(rule, spreading, known, rules, allowance.ends), Math.max(now, asksFrom));
  }
  if (spreading === "own-time") return allowance.left > 1 ? at : Math.max(at, lastTenthOf(allowance));
  if (scarcityOf(rule) !== "rare") return Math.max(at, pacedFrom(allowance));
  return isUntold(known.quota) ? at : Math.max(at, rareFrom(allowance, known));
}

/**
 * Of rare pushes the first of a conversation's life says how to get what waits. After it none goes where somebody spoke lately.
 * Else the first of a period goes, and all of the others are spread, not half of them: what is critical takes with it what waits,
 * so that in silence pushes kept for it tell no less of the rest (measured). None goes in the even share of the period after
 * people were last told.
 */
function rareFrom(allowance: Allowance, { state: { spokeAt, toldAt } }: Known): number {
  const { max, left, begins, ends } = allowance;
  const paced = left === max ? begins : pacedFrom({ ...allowance, max: 2 * max });
  const silent = spokeAt === undefined ? begins : spokeAt + talkFresh;
  const shared = toldAt === undefined ? begins : toldAt + Math.ceil((ends - begins) / max);
  return Math.min(Math.max(paced, silent, shared), lastTenthOf(allowance));
}

/** When (ms) what a full digest left waiting may have a push of its own, where pushes are scarce. */
export const afterDigest = ({ leftAt }: Standing["state"], arrivedAt: number, limits: SceneLimits): number =>
  leftAt !== undefined && arrivedAt <= leftAt && scarceRules(limits).length > 0 ? leftAt + restAfterDigest : 0;
