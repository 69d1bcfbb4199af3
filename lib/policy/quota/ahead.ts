import type { Rule } from "../../model/limits.ts";
import type { Quota } from "../../model/quota.ts";
import { hour } from "../../base/time.ts";
import { instantOf } from "../../base/instant-of.ts";
import { zonedTime } from "../../base/zoned-time.ts";
import { keyIn } from "./quota.ts";

/** Until this time of the day, by QQ's clocks, those that had a place yesterday make way; what nobody wanted by then is theirs. */
const makesWayUntil = 12 * hour;

/** When (ms) a target need make way no longer on the day of `now`. */
export const wayMadeUntil = (timeZone: string, now: number): number => timeToday(makesWayUntil, timeZone, now);

/** The last moment (ms) of the day before that of `now`. */
export const endOfYesterday = (timeZone: string, now: number): number => timeToday(0, timeZone, now) - 1;

function timeToday(timeOfDay: number, timeZone: string, now: number): number {
  const { year, month, day } = zonedTime(timeZone, now);
  return instantOf({ year, month, day, timeOfDay }, timeZone);
}

/**
 * Targets that go before this one under a rule that counts targets by the day: those that found no place yesterday, where this
 * one had one. So the places of a day are not always the same ones'. `at` (ms) lies in yesterday.
 */
export function aheadOf(member: string, rule: Rule, yesterday: Quota, timeZone: string, at: number): readonly string[] {
  const key = keyIn(rule, timeZone, at);
  const { told, wanted } = yesterday;
  return told[key]?.includes(member) ? (wanted[key] ?? []).filter((each) => each !== member) : [];
}
