import { readTarget, type Target } from "../model/target.ts";
import { isNew } from "./condition.ts";
import { bindingKey, bindingPk, bindingRange, boundNameOf } from "./keys.ts";
import type { Table } from "./table.ts";

/** The targets paired with a route from inside QQ: one that has just been bound is among them. */
export async function readBindings(table: Table, route: string): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for await (const { sk, guild } of table.query(bindingPk(route), bindingRange)) {
    const target = typeof sk === "string" ? readTarget(boundNameOf(sk)) : undefined;
    if (target) targets.push({ ...target, ...(typeof guild === "string" && { guild }) });
  }
  return targets;
}

/** Pairs a target with a route; `known` when they are paired already. */
export async function bind(table: Table, route: string, target: Target, now: number): Promise<"bound" | "known"> {
  const item = {
    ...bindingKey(route, target),
    boundAt: now,
    ...(target.guild !== undefined && { guild: target.guild }),
  };
  return (await table.put(item, isNew)) ? "bound" : "known";
}

/** Ends a pairing; false when there was none. */
export async function unbind(table: Table, route: string, target: Target): Promise<boolean> {
  const key = bindingKey(route, target);
  if (!(await table.get(key))) return false;
  await table.remove(key);
  return true;
}
