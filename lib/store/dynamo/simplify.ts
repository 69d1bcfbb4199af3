import type { Condition } from "../condition.ts";

/**
 * A condition in which no list is empty or has one member only, both of which DynamoDB's language refuses; or what it comes
 * to, whatever the item: all of nothing is true, any of nothing is false.
 */
export function simplify(condition: Condition): Condition | boolean {
  if (condition.kind !== "all" && condition.kind !== "any") return condition;
  const decisive = condition.kind === "any";
  const parts = condition.of.map(simplify);
  if (parts.includes(decisive)) return decisive;
  const [first, ...others] = parts.filter((each) => typeof each !== "boolean");
  if (first === undefined) return !decisive;
  return others.length === 0 ? first : { kind: condition.kind, of: [first, ...others] };
}
