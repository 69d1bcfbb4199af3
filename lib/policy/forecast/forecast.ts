import { day } from "../../base/time.ts";
import type { Forecast } from "../../model/forecast.ts";
import type { Rule, SceneLimits } from "../../model/limits.ts";
import type { Quota } from "../../model/quota.ts";
import { periodBegin, periodEnd } from "../quota/period.ts";
import { isCalendar, roomOf, rulesOf } from "../quota/quota.ts";
import { daysLeft } from "./days-left.ts";

/** Longer (days) than any period. */
const forever = 1_000;

/**
 * How long a target's own pushes of a day or month will do: by the rule that is used up first, else the one that leaves least.
 * Undefined where none counts by day or month, or the settings allow replies only.
 */
export function forecastOf(quota: Quota, limits: SceneLimits, quotaZone: string, now: number): Forecast | undefined {
  const rules = rulesOf(limits, "target").filter((rule) => isCalendar(rule) && rule.max > 0 && !rule.tallied);
  const [tightest] = rules
    .map((rule) => forecastOfRule(quota, rule, quotaZone, now))
    .toSorted((a, b) => a.left - b.left)
    .toSorted((a, b) => (a.daysLeft ?? forever) - (b.daysLeft ?? forever));
  return tightest;
}

function forecastOfRule(quota: Quota, rule: Rule, quotaZone: string, now: number): Forecast {
  const every = rule.every === "month" ? "month" : "day";
  const { left: room } = roomOf(quota, [rule], quotaZone, now);
  const left = Math.max(0, room);
  const [begin, end] = [periodBegin(every, quotaZone, now), periodEnd(every, quotaZone, now)];
  const closed = quota.closed[rule.id] ?? 0;
  const length = end - begin;
  const lasts = daysLeft({ left, max: rule.max, share: (now - begin) / length, days: length / day });
  return {
    left,
    max: rule.max,
    renewDays: inDays((closed > now ? closed : end) - now),
    ...(lasts !== undefined && { daysLeft: inDays(lasts * day) }),
  };
}

/** Days to a hundredth, a quarter of an hour. */
const inDays = (ms: number): number => Math.round((ms / day) * 100) / 100;
