import { stateKey } from "../../lib/store/keys.ts";
import { liveTargets } from "../../lib/store/outbox.ts";
import type { Table } from "../../lib/store/table.ts";

/**
 * Frees every target with something pending. For a database that only this process can open: whoever holds a lease in it
 * was killed, and what it was at need not wait for that lease to run out.
 */
export async function dropLeases(table: Table): Promise<void> {
  for await (const { target } of liveTargets(table)) {
    await table.update({
      key: stateKey(target),
      remove: ["leaseHolder", "leaseUntil", "runAgain"],
      when: "attribute_exists(#until)",
      names: { "#until": "leaseUntil" },
    });
  }
}
