import type { Breaker } from "../model/breaker.ts";
import { equals } from "./condition.ts";
import { asNumber } from "./decode.ts";
import { breakerKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** No item = QQ is well. */
export async function readBreaker(table: Table): Promise<Breaker> {
  const { failures, openUntil } = (await table.get(breakerKey)) ?? {};
  return { failures: asNumber(failures) ?? 0, openUntil: asNumber(openUntil) ?? 0 };
}

export async function writeBreaker(table: Table, breaker: Breaker): Promise<void> {
  if (breaker.failures === 0) await table.remove(breakerKey);
  else await table.put({ ...breakerKey, ...breaker });
}

/** Of any number that find the probe due one gets it. */
export async function takeProbe(table: Table, { openUntil }: Breaker, until: number): Promise<boolean> {
  const taken = await table.update({
    key: breakerKey,
    set: { openUntil: until },
    when: equals("openUntil", openUntil),
  });
  return taken !== false;
}
