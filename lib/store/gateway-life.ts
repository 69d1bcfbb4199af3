import { day, minute, toSeconds } from "../base/time.ts";
import type { GatewayLife } from "../model/gateway-life.ts";
import { absent, any, atMost, equals } from "./condition.ts";
import { asNumber, optional } from "./decode.ts";
import { gatewayLifeKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** A process that was ended for good is asked for no longer then. */
const memory = 7 * day;

/** undefined = none ever lived, or none for a week. */
export async function readGatewayLife(table: Table): Promise<GatewayLife | undefined> {
  const { seenAt, warnedOf } = (await table.get(gatewayLifeKey)) ?? {};
  const seen = asNumber(seenAt);
  return seen === undefined ? undefined : { seenAt: seen, ...optional("warnedOf", asNumber(warnedOf)) };
}

/** Writes once a minute at most that the process lives; answers what was known before, where it was written. */
export async function recordGatewaySeen(table: Table, now: number): Promise<GatewayLife | "new" | "known"> {
  const before = await readGatewayLife(table);
  if (before && before.seenAt > now - minute) return "known";
  const written = await table.update({
    key: gatewayLifeKey,
    set: { seenAt: now, expiresAt: toSeconds(now + memory) },
    when: any(absent("seenAt"), atMost("seenAt", now - minute)),
  });
  return written === false ? "known" : (before ?? "new");
}

/** Remembers which silence the operator was warned of. */
export async function noteGatewayWarned(table: Table, seenAt: number): Promise<void> {
  await table.update({ key: gatewayLifeKey, set: { warnedOf: seenAt }, when: equals("seenAt", seenAt) });
}

/** The operator knows that the silence is over. */
export async function noteGatewayBack(table: Table, warnedOf: number): Promise<void> {
  await table.update({ key: gatewayLifeKey, remove: ["warnedOf"], when: equals("warnedOf", warnedOf) });
}
