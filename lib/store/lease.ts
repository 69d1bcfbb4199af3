import type { Target } from "../model/target.ts";
import type { StateChange } from "../model/settlement.ts";
import { absent, all, any, atMost, type Condition, equals, exists } from "./condition.ts";
import { asText } from "./decode.ts";
import { stateKey } from "./keys.ts";
import type { TargetItem } from "../ports.ts";
import { toTargetItem } from "./target-item.ts";
import { expressChange } from "./state.ts";
import type { Key, Table } from "./table.ts";

/** Nobody holds it, or only one whose time is over. */
const isFree = (now: number): Condition => any(absent("leaseUntil"), atMost("leaseUntil", now));

const isHeldBy = (holder: string): Condition => equals("leaseHolder", holder);

/** No one has left word since the holder took it, or since whoever the holder took notice of last. */
const isUndisturbed = (seen: string): Condition => equals("runAgain", seen);

/**
 * Takes a target's lease until `until` (ms), and reads the target's own item by the same write. Who finds it taken leaves
 * word for the holder, who looks once more before letting go: so a burst is one deliverer's work, and nothing that came
 * meanwhile is overlooked. After a power cut nobody holds a lease any more, and whatever is pending is looked at: so no
 * lease waits for the disk.
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
    undoable: true,
  });
  if (!found) throw new Error("an update without a condition was refused");
  if (found["leaseHolder"] === holder) return toTargetItem(found);
  if (Number(found["leaseUntil"]) > now) return "taken";
  const taken = await table.update({
    key: stateKey(target),
    set: { leaseHolder: holder, leaseUntil: until, runAgain: holder },
    when: isFree(now),
    answer: true,
    undoable: true,
  });
  return taken ? { ...toTargetItem(taken), tookOver: true } : takeLease(table, target, holder, until, now);
}

/** Who left word last, by a read of the target's item that costs the same whatever is held. */
export const readWord = async (table: Table, target: Target): Promise<string | undefined> =>
  asText((await table.get(stateKey(target)))?.["runAgain"]);

/** A lease, and whose word its holder has taken notice of. */
type Held = { readonly holder: string; readonly until: number; readonly seen?: string };

/** Lets the lease go together with what the pass learnt; `again` when word was left, and the lease is kept. */
export async function releaseLease(
  table: Table,
  target: Target,
  { holder, until, seen = holder }: Held,
  change: StateChange,
): Promise<"released" | "again" | "lost"> {
  const { set, remove } = expressChange(target, change);
  const released = await table.update({
    key: stateKey(target),
    set,
    remove: [...remove, ...leaseAttributes],
    when: all(isHeldBy(holder), isUndisturbed(seen)),
    undoable: true,
  });
  if (released) return "released";
  const kept = await table.update({
    key: stateKey(target),
    set: { ...set, leaseUntil: until, runAgain: holder },
    remove,
    when: isHeldBy(holder),
    undoable: true,
  });
  return kept ? "again" : "lost";
}

/**
 * Ends the lease of a pass that failed on its way, and has the next sweep look at the target. Whoever takes it over then knows
 * that something may be unfinished, as after one that died.
 */
export async function breakLease(table: Table, target: Target, holder: string, now: number): Promise<void> {
  const { set } = expressChange(target, { dueAt: now });
  await table.update({ key: stateKey(target), set: { ...set, leaseUntil: 0 }, when: isHeldBy(holder) });
}

const leaseAttributes = ["leaseHolder", "leaseUntil", "runAgain"] as const;

/** Leases that are ended at once, by one commit. */
const atOnce = 256;

/**
 * Ends every lease there is. For a table that only this process can open: whoever holds a lease in it was killed, and what it
 * was at, or what comes next, need not wait for that lease to run out. That there was one is not forgotten: who takes it over
 * looks for what its holder left. `states` are the keys of the targets' own items.
 */
export async function dropLeases(table: Table, states: AsyncIterable<Key>): Promise<void> {
  const drop = (key: Key) => table.update({ key, set: { leaseUntil: 0 }, when: exists("leaseUntil"), undoable: true });
  let dropping: Promise<unknown>[] = [];
  for await (const key of states) {
    dropping.push(drop(key));
    if (dropping.length < atOnce) continue;
    await Promise.all(dropping);
    dropping = [];
  }
  await Promise.all(dropping);
}
