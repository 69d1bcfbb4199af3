import type { Slot } from "./quota.ts";

/**
 * One rule's unit to be taken from a quota. `count` is a counter of a calendar period; `recent` the slots of a sliding
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
      readonly seen: readonly Slot[];
      readonly next: readonly Slot[];
    }
  | {
      readonly kind: "distinct";
      readonly rule: string;
      readonly period: string;
      readonly max: number;
      readonly member: string;
    };
