import type { Take } from "../model/take.ts";
import { unreachable } from "../model/unreachable.ts";
import { textOf, type Value } from "./attributes.ts";
import type { Update } from "./table.ts";

/**
 * Names of a quota item's attributes. A counter is an attribute of its own, so that it can be added to under a
 * condition; its name carries the period, so that a new period needs no reset.
 */
export const attribute = {
  used: (rule: string, period: string) => `used ${rule}@${period}`,
  told: (rule: string, period: string) => `told ${rule}@${period}`,
  recent: (rule: string) => `recent ${rule}`,
  closed: (rule: string) => `closed ${rule}`,
} as const;

export const attributeOf = (take: Take): string =>
  take.kind === "recent"
    ? attribute.recent(take.rule)
    : take.kind === "distinct"
      ? attribute.told(take.rule, take.period)
      : attribute.used(take.rule, take.period);

/** Times as one text: every engine can compare texts, and not every one lists. */
const writeTimes = (times: readonly number[]): string => times.join();

export const readTimes = (value: Value): readonly number[] => textOf(value).split(",").filter(Boolean).map(Number);

type Part = Required<Pick<Update, "set" | "add" | "names" | "values" | "when">>;

/** What a take sets or adds, and on what condition; `at` tells its placeholders from those of others. */
export function expressTake(take: Take, at: number): Part {
  const name = attributeOf(take);
  const names = { [`#q${at}`]: name };
  switch (take.kind) {
    case "count":
      return {
        set: {},
        add: { [name]: 1 },
        names,
        values: { [`:q${at}`]: take.max },
        when: `(attribute_not_exists(#q${at}) OR #q${at} < :q${at})`,
      };
    case "distinct":
      return {
        set: {},
        add: { [name]: new Set([take.member]) },
        names,
        values: { [`:q${at}`]: take.max, [`:m${at}`]: take.member },
        when: `(attribute_not_exists(#q${at}) OR contains(#q${at}, :m${at}) OR size(#q${at}) < :q${at})`,
      };
    case "recent":
      return {
        set: { [name]: writeTimes(take.next) },
        add: {},
        names,
        values: take.seen.length > 0 ? { [`:q${at}`]: writeTimes(take.seen) } : {},
        when: take.seen.length > 0 ? `#q${at} = :q${at}` : `attribute_not_exists(#q${at})`,
      };
    default:
      return unreachable(take);
  }
}
