import { day, toSeconds } from "../base/time.ts";
import { any, equals, isNew } from "./condition.ts";
import { eventKey } from "./keys.ts";
import type { Table } from "./table.ts";

/**
 * Remembers one of QQ's events for a day: a callback comes up to three times under one id. The client repeats a write whose
 * answer was lost: `by` tells that repeat from QQ's own.
 */
export async function recordEvent(table: Table, id: string, now: number): Promise<"new" | "known"> {
  const by = crypto.randomUUID();
  const recorded = await table.update({
    key: eventKey(id),
    set: { by, expiresAt: toSeconds(now + day) },
    when: any(isNew, equals("by", by)),
  });
  return recorded ? "new" : "known";
}
