import type { Target } from "../model/target.ts";
import type { StateChange } from "../model/settlement.ts";
import { stateKey } from "./keys.ts";
import { expressChange } from "./state.ts";
import type { Table } from "./table.ts";

const names = { "#until": "leaseUntil", "#holder": "leaseHolder", "#again": "again" };

/**
 * Takes a target's lease until `until` (ms). Who finds it taken leaves word for the holder, who looks once more before
 * letting go: so a burst is one deliverer's work, and nothing that came meanwhile is overlooked.
 */
export async function takeLease(
  table: Table,
  target: Target,
  holder: string,
  until: number,
  now: number,
): Promise<"leased" | "taken"> {
  for (;;) {
    const leased = await table.update({
      key: stateKey(target),
      set: { leaseHolder: holder, leaseUntil: until },
      remove: ["again"],
      when: "attribute_not_exists(#until) OR #until <= :now",
      names: { "#until": names["#until"] },
      values: { ":now": now },
    });
    if (leased) return "leased";
    const told = await table.update({
      key: stateKey(target),
      set: { again: true },
      when: "#until > :now",
      names: { "#until": names["#until"] },
      values: { ":now": now },
    });
    if (told) return "taken";
  }
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
    remove: [...remove, "leaseHolder", "leaseUntil"],
    when: "#holder = :holder AND attribute_not_exists(#again)",
    names: { "#holder": names["#holder"], "#again": names["#again"] },
    values: { ":holder": holder },
  });
  if (released) return "released";
  const kept = await table.update({
    key: stateKey(target),
    set: { ...set, leaseUntil: until },
    remove: [...remove, "again"],
    when: "#holder = :holder",
    names: { "#holder": names["#holder"] },
    values: { ":holder": holder },
  });
  return kept ? "again" : "lost";
}
