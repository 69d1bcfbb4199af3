import type { Target } from "../model/target.ts";
import type { StateChange } from "../model/settlement.ts";
import { stateKey } from "./keys.ts";
import type { TargetItem } from "../ports.ts";
import { toTargetItem } from "./target-item.ts";
import { expressChange } from "./state.ts";
import type { Table } from "./table.ts";

const names = { "#until": "leaseUntil", "#holder": "leaseHolder", "#again": "runAgain" };

/**
 * Takes a target's lease until `until` (ms), and reads the target's own item by the same write. Who finds it taken leaves word for the holder, who looks once more before
 * letting go: so a burst is one deliverer's work, and nothing that came meanwhile is overlooked.
 */
export async function takeLease(
  table: Table,
  target: Target,
  holder: string,
  until: number,
  now: number,
): Promise<TargetItem | "taken"> {
  const found = await table.update({
    key: stateKey(target),
    set: { runAgain: holder },
    init: { leaseHolder: holder, leaseUntil: until },
    answer: true,
  });
  if (!found) throw new Error("an update without a condition was refused");
  if (found["leaseHolder"] === holder) return toTargetItem(found);
  if (Number(found["leaseUntil"]) > now) return "taken";
  const taken = await table.update({
    key: stateKey(target),
    set: { leaseHolder: holder, leaseUntil: until, runAgain: holder },
    when: "attribute_not_exists(#until) OR #until <= :now",
    names: { "#until": names["#until"] },
    values: { ":now": now },
    answer: true,
  });
  return taken ? toTargetItem(taken) : takeLease(table, target, holder, until, now);
}

/** Lets the lease go together with what the pass learnt; `again` when word was left, and the lease is kept. */
export async function releaseLease(
  table: Table,
  target: Target,
  holder: string,
  until: number,
  change: StateChange,
): Promise<"released" | "again" | "lost"> {
  const { set, remove } = expressChange(target, change);
  const released = await table.update({
    key: stateKey(target),
    set,
    remove: [...remove, "leaseHolder", "leaseUntil", "runAgain"],
    when: "#holder = :holder AND #again = :holder",
    names: { "#holder": names["#holder"], "#again": names["#again"] },
    values: { ":holder": holder },
  });
  if (released) return "released";
  const kept = await table.update({
    key: stateKey(target),
    set: { ...set, leaseUntil: until, runAgain: holder },
    remove,
    when: "#holder = :holder",
    names: { "#holder": names["#holder"] },
    values: { ":holder": holder },
  });
  return kept ? "again" : "lost";
}
