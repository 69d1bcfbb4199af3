/**
 * One rule's unit to be taken from a quota. `count` is a counter of a calendar period; `recent` the times of a sliding
 * rule, compared and set; `distinct` a set of the targets sent to. `stale` are older periods' counters seen, to be
 * removed on the way.
 */
export type Charge =
  | {
      readonly kind: "count";
      readonly rule: string;
      readonly period: string;
      readonly max: number;
      readonly stale: readonly string[];
      /** Taken whatever is left, and whatever QQ says of the rule. */
      readonly tallied?: true;
    }
  | {
      readonly kind: "recent";
      readonly rule: string;
      readonly seen: readonly number[];
      readonly next: readonly number[];
    }
  | {
      readonly kind: "distinct";
      readonly rule: string;
      readonly period: string;
      readonly max: number;
      readonly member: string;
    };
