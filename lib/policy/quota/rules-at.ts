import type { InForce } from "../../model/in-force.ts";
import type { Rule, SceneLimits } from "../../model/limits.ts";
import type { Quota } from "../../model/quota.ts";
import { roomOf, rulesOf } from "./quota.ts";

/** What a plan for one target goes by. */
export type RulesAt = {
  readonly limits: SceneLimits;
  readonly quotaZone: string;
  /** Where QQ is to show which of its texts holds: what a push has to go beyond, by our own count, to show anything. */
  readonly proof?: readonly Rule[];
  /** The next push asks QQ whether it takes more than its older text allows: one alone, for the whole scene. */
  readonly asks?: true;
  /** When (ms) it may. */
  readonly asksFrom?: number;
};

/** Whether our own count alone has used up what QQ's older text allows a target, so that QQ shows something by the next push. */
export const isBeyond = ({ proof, quotaZone }: RulesAt, quota: Quota, now: number): boolean =>
  proof !== undefined && roomOf({ ...quota, closed: {} }, proof, quotaZone, now).left < 1;

/** Whether a target's pushes go by the rules of `2026`, since QQ showed them, or to ask. */
export const isWide = ({ limits }: Pick<RulesAt, "limits">): boolean => limits.proactive.some(({ tallied }) => tallied);

/** The limits in force as they are for a target with these counters: where they are used up, one push may ask for more. */
export function rulesAt(inForce: InForce, quota: Quota, now: number): RulesAt {
  const { limits, quotaZone, proof, beyond } = inForce;
  const rules: RulesAt = { limits, quotaZone, ...(proof && { proof }) };
  const isUsedUp = () =>
    isBeyond(rules, quota, now) && roomOf(quota, rulesOf(limits, "target"), quotaZone, now).left < 1;
  if (!beyond || !isUsedUp()) return rules;
  return beyond.from > now ? { ...rules, asksFrom: beyond.from } : { ...rules, limits: beyond.limits, asks: true };
}
