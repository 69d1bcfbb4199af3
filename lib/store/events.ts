import { day, toSeconds } from "../base/time.ts";
import { eventKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** Whether one of QQ's events had its effect before: a callback comes up to three times under one id. */
export const isKnownEvent = async (table: Table, id: string): Promise<boolean> =>
  (await table.get(eventKey(id))) !== undefined;

/** Remembers for a day that an event had its effect: written after it, so that none is lost in between. */
export async function recordEvent(table: Table, id: string, now: number): Promise<void> {
  await table.put({ ...eventKey(id), expiresAt: toSeconds(now + day) });
}
