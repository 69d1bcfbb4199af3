import type { Breaker } from "../model/breaker.ts";
import { above, all, below, equals } from "./condition.ts";
import { asNumber } from "./decode.ts";
import type { Item } from "./item.ts";
import { breakerKey } from "./keys.ts";
import type { Table } from "./table.ts";

const toBreaker = ({ failures, openUntil }: Item): Breaker => ({
  failures: asNumber(failures) ?? 0,
  openUntil: asNumber(openUntil) ?? 0,
});

/** No item = QQ is well. */
export const readBreaker = async (table: Table): Promise<Breaker> => toBreaker((await table.get(breakerKey)) ?? {});

/** Adds to what lies in the table, whatever the writer last knew of it. */
export async function countFailure(table: Table): Promise<Breaker> {
  const counted = await table.update({
    key: breakerKey,
    add: { failures: 1 },
    init: { openUntil: 0 },
    answer: true,
  });
  return toBreaker(counted || {});
}

/** Opens it for longer, never for less, unless QQ was found well since the failures were counted. */
export async function openBreaker(table: Table, { failures }: Breaker, until: number): Promise<boolean> {
  const opened = await table.update({
    key: breakerKey,
    set: { openUntil: until },
    when: all(above("failures", failures - 1), below("openUntil", until)),
  });
  return opened !== false;
}

/** Ends what was seen of an outage, and none that others saw since. */
export async function closeBreaker(table: Table, seen: Breaker): Promise<boolean> {
  const closed = await table.update({ key: breakerKey, set: { failures: 0, openUntil: 0 }, when: isAs(seen) });
  return closed !== false;
}

/** Of any number that find the probe due one gets it. */
export async function takeProbe(table: Table, seen: Breaker, until: number): Promise<boolean> {
  const taken = await table.update({ key: breakerKey, set: { openUntil: until }, when: isAs(seen) });
  return taken !== false;
}

const isAs = ({ failures, openUntil }: Breaker) => all(equals("failures", failures), equals("openUntil", openUntil));
