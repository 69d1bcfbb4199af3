import type { Rule, SceneLimits } from "../../model/limits.ts";
import { scarcityOf } from "../../model/scarcity.ts";
import { isCalendar } from "./quota.ts";

/** Rules of seconds and minutes spare none, nor those of distinct conversations, nor what only goes on being counted. */
function isAmpleRule(rule: Rule): boolean {
  if (rule.tallied) return true;
  return isCalendar(rule) && rule.counts !== "targets" ? scarcityOf(rule) === "ample" : rule.max > 0;
}

/** Whether pushes are so many that none need be saved. */
export const isAmple = ({ proactive }: Pick<SceneLimits, "proactive">): boolean => proactive.every(isAmpleRule);
