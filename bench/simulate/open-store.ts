import type { Delivery } from "../../lib/model/delivery.ts";
import type { Target } from "../../lib/model/target.ts";
import type { Store } from "../../lib/ports.ts";
import { stateKey } from "../../lib/store/keys.ts";
import { openSqlite } from "../../lib/store/sqlite/table.ts";
import { createStore } from "../../lib/store/store.ts";
import { toTargetItem } from "../../lib/store/target-item.ts";

/** One target's part of a table in memory, and what the simulation wants to see of it. */
export type SimulatedStore = {
  readonly store: Store;
  readonly all: () => Promise<readonly Delivery[]>;
  readonly dueAt: () => Promise<number | undefined>;
  /** Deliveries of the claim that was recorded last: those that the next message to QQ tells. */
  readonly claimed: () => Promise<readonly Delivery[]>;
  readonly close: () => Promise<void>;
};

const retentionDays = 400;

/** The embedded table on the simulation's clock (ms). */
export function openStore(target: Target, now: () => number): SimulatedStore {
  const table = openSqlite(undefined, now);
  if ("kind" in table) throw new Error(table.reason);
  const store = createStore(table, retentionDays);
  let claimed: readonly string[] = [];
  return {
    store: {
      ...store,
      claimReply: (to, anchor, claim, ...rest) => {
        claimed = claim.deliveries;
        return store.claimReply(to, anchor, claim, ...rest);
      },
      spend: (owner, charges, at, claim) => {
        if (claim) claimed = claim.deliveries;
        return store.spend(owner, charges, at, claim);
      },
    },
    all: async () => (await store.listDeliveries(target, Number.POSITIVE_INFINITY)).toReversed(),
    dueAt: async () => toTargetItem((await table.get(stateKey(target))) ?? {}).state.dueAt,
    claimed: async () => {
      const found = await Promise.all(claimed.map((id) => store.readDelivery(target, id)));
      return found.filter((delivery) => delivery !== undefined);
    },
    close: () => table.close(),
  };
}
