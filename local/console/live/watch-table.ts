import { targetNameOf } from "../../../lib/store/keys.ts";
import type { Table } from "../../../lib/store/table.ts";

/** The same table, which tells of each write to something of a conversation, by the conversation's name, once it is done. */
export function watchTable(table: Table, touch: (target: string) => void): Table {
  const tell = (pk: string): void => {
    const target = targetNameOf(pk);
    if (target !== undefined) touch(target);
  };
  return {
    ...table,
    put: async (item, when) => {
      const done = await table.put(item, when);
      tell(item.pk);
      return done;
    },
    update: async (change) => {
      const done = await table.update(change);
      tell(change.key.pk);
      return done;
    },
    remove: async (key) => {
      await table.remove(key);
      tell(key.pk);
    },
  };
}
