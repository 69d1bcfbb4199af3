import { day, hour, toSeconds } from "../base/time.ts";
import type { Target } from "../model/target.ts";
import { above, absent, all, any, equals, isNew } from "./condition.ts";
import { codeKey, guessKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** QQ repeats a callback for hours, and a repeat is to get the same answer: a taken code is known for a day. */
const memory = day;

/** The table never holds a code itself, so that who reads the table cannot pair. */
async function hash(code: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return Buffer.from(bytes).toString("hex");
}

/** Makes a code good for one pairing with a route until `until` (ms); false when the code exists already. */
export async function createCode(table: Table, route: string, code: string, until: number): Promise<boolean> {
  const item = { ...codeKey(await hash(code)), route, until, expiresAt: toSeconds(until + memory) };
  return table.put(item, isNew);
}

/**
 * Spends a code, by one conditional write: of any number of takers one gets its route. `by` is the message it came in; that
 * message's repeats get what it got. All others learn only that it is no code: wrong, used and expired are one.
 */
export async function takeCode(
  table: Table,
  code: string,
  by: string,
  now: number,
): Promise<{ readonly route: string } | "invalid"> {
  const taken = await table.update({
    key: codeKey(await hash(code)),
    set: { by },
    answer: true,
    when: any(equals("by", by), all(absent("by"), above("until", now))),
  });
  return taken && typeof taken["route"] === "string" ? { route: taken["route"] } : "invalid";
}

/** Counts a try at a code from a target: the write's own answer is how many there were in this hour of the clock. */
export async function countGuess(table: Table, target: Target, now: number): Promise<number> {
  const counted = await table.update({
    key: guessKey(target, Math.floor(now / hour)),
    set: { expiresAt: toSeconds(now + 2 * hour) },
    add: { guesses: 1 },
    answer: true,
  });
  return counted ? Number(counted["guesses"]) : Number.POSITIVE_INFINITY;
}
