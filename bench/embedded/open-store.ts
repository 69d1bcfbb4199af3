import type { Store } from "../../lib/ports.ts";
import { createStore } from "../../lib/store/store.ts";
import { openTable } from "../../local/run/open-table.ts";

/** The store of a data folder whose relay stands still. */
export async function openStore(data: string): Promise<{ readonly store: Store; readonly close: () => Promise<void> }> {
  const { table, close } = await openTable({}, { data, newQq: false, now: Date.now });
  return { store: createStore(table, 30), close };
}
