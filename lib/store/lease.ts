import type { Target } from "../model/target.ts";
import type { StateChange } from "../model/settlement.ts";
import { stateKey } from "./keys.ts";
import type { Own } from "../ports.ts";
import { toOwn } from "./own.ts";
import { expressChange } from "./state.ts";
import type { Table } from "./table.ts";

const names = { "#until": "leaseUntil", "#holder": "leaseHolder", "#word": "word" };

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
): Promise<Own | "taken"> {
  const found = await table.update({
    key: stateKey(target),
    set: { word: holder },
    init: { leaseHolder: holder, leaseUntil: until },
    answer: true,
  });
  if (!found) throw new Error("an update without a condition was refused");
  if (found["leaseHolder"] === holder) return toOwn(found);
  if (Number(found["leaseUntil"]) > now) return "taken";
  const taken = await table.update({
    key: stateKey(target),
    set: { leaseHolder: holder, leaseUntil: until, word: holder },
    when: "attribute_not_exists(#until) OR #until <= :now",
    names: { "#until": names["#until"] },
    values: { ":now": now },
    answer: true,
  });
  return taken ? toOwn(taken) : takeLease(table, target, holder, until, now);
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
    remove: [...remove, "leaseHolder", "leaseUntil", "word"],
    when: "#holder = :holder AND #word = :holder",
    names: { "#holder": names["#holder"], "#word": names["#word"] },
    values: { ":holder": holder },
  });
  if (released) return "released";
  const kept = await table.update({
    key: stateKey(target),
    set: { ...set, leaseUntil: until, word: holder },
    remove,
    when: "#holder = :holder",
    names: { "#holder": names["#holder"] },
    values: { ":holder": holder },
  });
  return kept ? "again" : "lost";
}
