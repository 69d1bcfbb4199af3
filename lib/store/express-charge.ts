import type { Charge } from "../model/charge.ts";
import { unreachable } from "../base/unreachable.ts";
import { textOf, type Value } from "./attributes.ts";
import type { Update } from "./table.ts";

/**
 * Names of a quota item's attributes. A counter is an attribute of its own, so that it can be added to under a
 * condition; its name carries the period, so that a new period needs no reset.
 */
export const attribute = {
  used: (rule: string, period: string) => `used:${rule}@${period}`,
  told: (rule: string, period: string) => `told:${rule}@${period}`,
  recent: (rule: string) => `recent:${rule}`,
  closed: (rule: string) => `closed:${rule}`,
} as const;

export const attributeOf = (charge: Charge): string =>
  charge.kind === "recent"
    ? attribute.recent(charge.rule)
    : charge.kind === "distinct"
      ? attribute.told(charge.rule, charge.period)
      : attribute.used(charge.rule, charge.period);

/** Times as one text: every engine can compare texts, and not every one lists. */
const writeTimes = (times: readonly number[]): string => times.join();

export const readTimes = (value: Value): readonly number[] => textOf(value).split(",").filter(Boolean).map(Number);

type Part = Required<Pick<Update, "set" | "add" | "names" | "values" | "when">>;

/** What a take sets or adds, and on what condition; `at` tells its placeholders from those of others. */
export function expressCharge(charge: Charge, at: number): Part {
  const name = attributeOf(charge);
  const names = { [`#q${at}`]: name };
  switch (charge.kind) {
    case "count":
      return {
        set: {},
        add: { [name]: 1 },
        names,
        values: { [`:q${at}`]: charge.max },
        when: `(attribute_not_exists(#q${at}) OR #q${at} < :q${at})`,
      };
    case "distinct":
      return {
        set: {},
        add: { [name]: new Set([charge.member]) },
        names,
        values: { [`:q${at}`]: charge.max, [`:m${at}`]: charge.member },
        when: `(attribute_not_exists(#q${at}) OR contains(#q${at}, :m${at}) OR size(#q${at}) < :q${at})`,
      };
    case "recent":
      return {
        set: { [name]: writeTimes(charge.next) },
        add: {},
        names,
        values: charge.seen.length > 0 ? { [`:q${at}`]: writeTimes(charge.seen) } : {},
        when: charge.seen.length > 0 ? `#q${at} = :q${at}` : `attribute_not_exists(#q${at})`,
      };
    default:
      return unreachable(charge);
  }
}
