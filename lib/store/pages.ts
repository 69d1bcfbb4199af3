import { day, toSeconds } from "../base/time.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Target } from "../model/target.ts";
import { equals } from "./condition.ts";
import { readDelivery } from "./deliveries.ts";
import { pageKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** Whoever has not asked for more by then has not missed it (ms). */
const memory = 7 * day;

/** A digest that leaves out more than this is a flood: the delivery log has it all. */
const maxIds = 300;

/** Ids as one text: every engine can compare texts, and not every one lists. */
const write = (ids: readonly string[]): string => JSON.stringify(ids);

const read = (text: unknown): readonly string[] => (typeof text === "string" ? JSON.parse(text) : []);

/** Keeps what the newest digest only counted, in the order to be told, in place of what an older one left. */
export async function writePage(table: Table, target: Target, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) await table.remove(pageKey(target));
  else {
    const item = { ...pageKey(target), ids: write(ids.slice(0, maxIds)), expiresAt: toSeconds(now + memory) };
    await table.put(item);
  }
}

/** How many deliveries are left to page through. */
export async function countPage(table: Table, target: Target): Promise<number> {
  return read((await table.get(pageKey(target)))?.["ids"]).length;
}

/**
 * The next `max` deliveries that the last digest only counted, and how many are left after them. The list is shortened
 * on the condition that it is still as read, so that no two takers get the same ones.
 */
export async function takePage(
  table: Table,
  target: Target,
  max: number,
): Promise<{ readonly deliveries: readonly Delivery[]; readonly left: number }> {
  for (;;) {
    const seen = (await table.get(pageKey(target)))?.["ids"];
    const ids = read(seen);
    if (typeof seen !== "string" || ids.length === 0) return { deliveries: [], left: 0 };
    const left = ids.slice(max);
    const taken = await table.update({
      key: pageKey(target),
      set: { ids: write(left) },
      when: equals("ids", seen),
    });
    if (!taken) continue;
    const found = await Promise.all(ids.slice(0, max).map((id) => readDelivery(table, target, id)));
    return { deliveries: found.filter((delivery) => delivery !== undefined), left: left.length };
  }
}
