import type { Item, Value } from "./item.ts";
import type { Update } from "./table.ts";

function sum(before: Value | undefined, more: number | ReadonlySet<string>): Value {
  if (typeof more === "number") return (typeof before === "number" ? before : 0) + more;
  return new Set([...(before instanceof Set ? before : []), ...more]);
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
