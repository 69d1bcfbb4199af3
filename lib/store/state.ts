import type { StateChange } from "../model/settlement.ts";
import type { Target } from "../model/target.ts";
import type { StateOrder } from "../ports.ts";
import { absent, any, atMost } from "./condition.ts";
import type { Item, Value } from "./item.ts";
import { stateKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** A change of a target's state in the terms of an update. A time to look again is a place in the index of what is due. */
export function expressChange(target: Target, change: StateChange): { readonly set: Item; readonly remove: string[] } {
  const { dueAt, ...others } = change;
  const entries = Object.entries(others) as [string, Value | undefined][];
  return {
    set: {
      ...Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined)),
      ...(typeof dueAt === "number" && { dueShard: target.scene, dueAt }),
    },
    remove: [
      ...entries.filter(([, value]) => value === null).map(([name]) => name),
      ...(dueAt === null ? ["dueShard", "dueAt"] : []),
    ],
  };
}

/** Names of the attributes that say when a fact was changed last by an event. */
const changedAt = { proactive: "proactiveAt", presence: "presenceAt" } as const satisfies Record<
  StateOrder["of"],
  string
>;

/**
 * Writes what an event or a command changes of a target, whoever holds its lease. An event that a later one overtook changes
 * nothing; of two of one moment, which QQ tells in whole seconds, the one that arrives later counts.
 */
export async function changeState(
  table: Table,
  target: Target,
  change: StateChange,
  order?: StateOrder,
): Promise<void> {
  const { set, remove } = expressChange(target, change);
  if (Object.keys(set).length + remove.length === 0) return;
  const key = stateKey(target);
  if (!order) {
    await table.update({ key, set, remove });
    return;
  }
  const at = changedAt[order.of];
  await table.update({ key, set: { ...set, [at]: order.at }, remove, when: any(absent(at), atMost(at, order.at)) });
}
