import { isObject } from "../base/is-object.ts";
import type { Said } from "../model/said.ts";
import { readTimeOfDay } from "../model/time-of-day.ts";
import type { Rule } from "./rule.ts";

/** Parts of a policy that leave each other nothing to do. */
export const policyRule: Rule = ({ policy }) => {
  if (!isObject(policy)) return [];
  const { proactive, reserve, digestAt, quiet } = policy;
  const isNever = proactive === "never";
  return [
    isNever && typeof reserve === "number" && reserve > 0 && needless("reserve"),
    isNever && digestAt !== undefined && needless("digestAt"),
    isObject(quiet) && isWithin(timeOf(digestAt), timeOf(quiet["from"]), timeOf(quiet["to"])) && atNight(quiet["to"]),
  ];
};

const timeOf = (text: unknown): number | undefined => (typeof text === "string" ? readTimeOfDay(text) : undefined);

/** Whether a time of day lies in hours that may go over midnight. */
function isWithin(time: number | undefined, from: number | undefined, to: number | undefined): boolean {
  if (time === undefined || from === undefined || to === undefined) return false;
  return from < to ? from <= time && time < to : time >= from || time < to;
}

const needless = (field: string): Said => ({
  zh: `policy.${field} 说的是主动消息，而 proactive: "never" 一条也不主动发；请去掉一个`,
  en: `policy.${field} is about pushes, and proactive: "never" makes none; take one of them away`,
});

const atNight = (to: unknown): Said => ({
  zh: `policy.digestAt 落在 quiet 的时间里，要等到 ${String(to)} 才发；请把 digestAt 改到 quiet 之外`,
  en: `policy.digestAt lies within quiet, so that the digest waits until ${String(to)}; move it out of these hours`,
});
