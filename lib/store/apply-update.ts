import type { Item, Value } from "./item.ts";
import type { Update } from "./table.ts";

/** What is of another kind has no sum: that is a fault, as it is in DynamoDB. */
function sum(before: Value | undefined, more: number | ReadonlySet<string>): Value {
  if (typeof more === "number" && (before === undefined || typeof before === "number")) return (before ?? 0) + more;
  if (typeof more !== "number" && (before === undefined || before instanceof Set))
    return new Set([...(before ?? []), ...more]);
  throw new Error("a number is added to what is none, or members to what is no set");
}

/** An item as an update leaves it, for engines that have no language of their own; `before` is `{}` where there is none. */
export function applyUpdate(
  before: Item,
  { key, set = {}, init = {}, add = {}, remove = [] }: Update,
): Item & Update["key"] {
  const after: Record<string, Value | undefined> = { ...before, ...key };
  for (const [name, value] of Object.entries(init)) if (before[name] === undefined) after[name] = value;
  for (const [name, value] of Object.entries(set)) if (value !== undefined) after[name] = value;
  for (const [name, more] of Object.entries(add)) after[name] = sum(before[name], more);
  for (const name of remove) after[name] = undefined;
  return after as Item & Update["key"];
}
