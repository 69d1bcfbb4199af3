import { eventKey } from "./keys.ts";
import type { Table } from "./table.ts";

const day = 86_400_000;

/** Remembers one of QQ's events for a day: a callback comes up to three times under one id. */
export async function noteEvent(table: Table, id: string, now: number): Promise<"new" | "known"> {
  const isNew = await table.put(
    { ...eventKey(id), expiresAt: Math.ceil((now + day) / 1_000) },
    "attribute_not_exists(pk)",
  );
  return isNew ? "new" : "known";
}
