import { isMap, type Item, type Value } from "./item.ts";

/** Where a value lies: an attribute's name, or the way to a member of one that is an object. */
export type Path = string | readonly [attribute: string, member: string];

/**
 * What must be so of an item for a write to happen, as data: each engine says it in its own language. About a value that is
 * not there, or of another kind, nothing holds but `absent` and `differs`.
 */
export type Condition =
  | { readonly kind: "exists"; readonly at: Path }
  | { readonly kind: "absent"; readonly at: Path }
  | { readonly kind: "equals"; readonly at: Path; readonly value: string | number }
  | { readonly kind: "differs"; readonly at: Path; readonly value: string }
  | { readonly kind: "below"; readonly at: Path; readonly value: number }
  | { readonly kind: "atMost"; readonly at: Path; readonly value: number }
  | { readonly kind: "above"; readonly at: Path; readonly value: number }
  | { readonly kind: "holds"; readonly at: Path; readonly member: string }
  | { readonly kind: "sizeBelow"; readonly at: Path; readonly value: number }
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] };

export const exists = (at: Path): Condition => ({ kind: "exists", at });
export const absent = (at: Path): Condition => ({ kind: "absent", at });
export const equals = (at: Path, value: string | number): Condition => ({ kind: "equals", at, value });
/** Something else, or nothing, is there. */
export const differs = (at: Path, value: string): Condition => ({ kind: "differs", at, value });
export const below = (at: Path, value: number): Condition => ({ kind: "below", at, value });
export const atMost = (at: Path, value: number): Condition => ({ kind: "atMost", at, value });
export const above = (at: Path, value: number): Condition => ({ kind: "above", at, value });
/** A set has the member. */
export const holds = (at: Path, member: string): Condition => ({ kind: "holds", at, member });
/** A set has fewer members. */
export const sizeBelow = (at: Path, value: number): Condition => ({ kind: "sizeBelow", at, value });
export const all = (...of: readonly Condition[]): Condition => ({ kind: "all", of });
export const any = (...of: readonly Condition[]): Condition => ({ kind: "any", of });

/** No item with the key is there yet. */
export const isNew: Condition = absent("pk");

const valueAt = (item: Item, at: Path): Value | undefined => {
  if (typeof at === "string") return item[at];
  const outer = item[at[0]];
  return isMap(outer) ? outer[at[1]] : undefined;
};

const compare = {
  below: (value: number, bound: number) => value < bound,
  atMost: (value: number, bound: number) => value <= bound,
  above: (value: number, bound: number) => value > bound,
} as const;

/** Whether a condition holds for an item, for engines that have no language of their own. `{}` is an item that is not there. */
export function isTrueOf(condition: Condition, item: Item): boolean {
  if (condition.kind === "all") return condition.of.every((each) => isTrueOf(each, item));
  if (condition.kind === "any") return condition.of.some((each) => isTrueOf(each, item));
  const value = valueAt(item, condition.at);
  switch (condition.kind) {
    case "exists":
      return value !== undefined;
    case "absent":
      return value === undefined;
    case "equals":
      return value === condition.value;
    case "differs":
      return value !== condition.value;
    case "holds":
      return value instanceof Set && value.has(condition.member);
    case "sizeBelow":
      return value instanceof Set && value.size < condition.value;
    default:
      return typeof value === "number" && compare[condition.kind](value, condition.value);
  }
}
