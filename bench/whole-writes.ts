import db, { type IndexAction, type Op } from "dynalite/db/index.js";

/**
 * Makes each write of dynalite one batch. On its own it writes an item's index entries first and the item after them: a
 * query in between finds an entry without an item and ends the process, and so does, at every start from then on, what a
 * kill in between leaves behind.
 */
export function makeWritesWhole(): void {
  db.updateIndexes = (store, table, existing, item, done) => {
    const ops = (["Local", "Global"] as const).flatMap((kind) => {
      const { puts, deletes } = db.getIndexActions(table[`${kind}SecondaryIndexes`] ?? [], existing, item, table);
      const keyOf = ({ index, key }: IndexAction) => `index-${kind.toLowerCase()}~${table.TableName}~${index}~${key}`;
      return [
        ...deletes.map((action): Op => ({ type: "del", key: keyOf(action) })),
        ...puts.map((action): Op => ({ type: "put", key: keyOf(action), value: action.item })),
      ];
    });
    const level = store.db;
    const { put, del } = level;
    level.put = (key, value, written) => level.batch([...ops, { type: "put", key, value }], written);
    level.del = (key, written) => level.batch([...ops, { type: "del", key }], written);
    try {
      // Writes the item before it returns, by whichever of the two it is.
      done();
    } finally {
      Object.assign(level, { put, del });
    }
  };
}
