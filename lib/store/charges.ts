import { unreachable } from "../base/unreachable.ts";
import type { Charge } from "../model/charge.ts";
import type { Excess } from "../model/quota.ts";
import { absent, any, atMost, below, type Condition, equals, holds, sizeBelow } from "./condition.ts";
import { writeSlots } from "./slots.ts";
import type { Update } from "./table.ts";

/**
 * Names of a quota item's attributes. A counter is an attribute of its own, so that it can be added to under a
 * condition; its name carries the period, so that a new period needs no reset.
 */
export const attribute = {
  used: (rule: string, period: string) => `used:${rule}@${period}`,
  doubt: (rule: string, period: string) => `doubt:${rule}@${period}`,
  told: (rule: string, period: string) => `told:${rule}@${period}`,
  wanted: (key: string) => `wanted:${key}`,
  recent: (rule: string) => `recent:${rule}`,
  closed: (rule: string) => `closed:${rule}`,
  refused: (excess: Excess) => `refused:${excess}`,
} as const;

export const attributeOf = (charge: Charge): string => {
  if (charge.kind === "recent") return attribute.recent(charge.rule);
  return charge.kind === "distinct"
    ? attribute.told(charge.rule, charge.period)
    : attribute.used(charge.rule, charge.period);
};

/** QQ has not said that the rule is used up, or its word is over. */
export const notClosed = ({ rule }: Charge, now: number): Condition => {
  const name = attribute.closed(rule);
  return any(absent(name), atMost(name, now));
};

/** The rule has one unit more; of a sliding one: nobody has taken any since it was read. */
export function hasRoom(charge: Charge): Condition {
  const name = attributeOf(charge);
  switch (charge.kind) {
    case "count":
      return any(absent(name), below(name, charge.max));
    case "distinct":
      return charge.max > 0
        ? any(absent(name), holds(name, charge.member), sizeBelow(name, charge.max))
        : holds(name, charge.member);
    case "recent":
      return charge.seen.length > 0 ? equals(name, writeSlots(charge.seen)) : any(absent(name), equals(name, ""));
    default:
      return unreachable(charge);
  }
}

/** What taking the unit writes. */
export function takeUnit(charge: Charge): Pick<Update, "set" | "add"> {
  const name = attributeOf(charge);
  switch (charge.kind) {
    case "count":
      return { add: { [name]: 1 } };
    case "distinct":
      return { add: { [name]: new Set([charge.member]) } };
    case "recent":
      return { set: { [name]: writeSlots(charge.next) } };
    default:
      return unreachable(charge);
  }
}
