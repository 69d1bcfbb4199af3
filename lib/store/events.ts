import { eventKey } from "./keys.ts";
import type { Table } from "./table.ts";

const day = 86_400_000;

/**
 * Remembers one of QQ's events for a day: a callback comes up to three times under one id. The client repeats a write whose
 * answer was lost: `by` tells that repeat from QQ's own.
 */
export async function recordEvent(table: Table, id: string, now: number): Promise<"new" | "known"> {
  const by = crypto.randomUUID();
  const isNew = await table.update({
    key: eventKey(id),
    set: { by, expiresAt: Math.ceil((now + day) / 1_000) },
    when: "attribute_not_exists(#pk) OR #by = :by",
    names: { "#pk": "pk", "#by": "by" },
    values: { ":by": by },
  });
  return isNew ? "new" : "known";
}
