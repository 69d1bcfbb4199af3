declare module "dynalite" {
  import type { Server } from "node:http";
  export default function dynalite(options?: {
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }): Server;
}

/** The part of its inside that `whole-writes.ts` replaces. */
declare module "dynalite/db/index.js" {
  export type Item = object | null | undefined;
  type Written = (error?: Error | null) => void;
  export type Op =
    | { readonly type: "put"; readonly key: string; readonly value: Item }
    | { readonly type: "del"; readonly key: string };
  export type Level = {
    put: (key: string, value: Item, written: Written) => void;
    del: (key: string, written: Written) => void;
    readonly batch: (ops: readonly Op[], written: Written) => void;
  };
  type Indexes = readonly object[];
  export type IndexAction = { readonly index: string; readonly key: string; readonly item?: Item };
  type Actions = { readonly puts: readonly IndexAction[]; readonly deletes: readonly IndexAction[] };
  type Table = {
    readonly TableName: string;
    readonly LocalSecondaryIndexes?: Indexes;
    readonly GlobalSecondaryIndexes?: Indexes;
  };
  const db: {
    readonly getIndexActions: (indexes: Indexes, existing: Item, item: Item, table: Table) => Actions;
    updateIndexes: (
      store: { readonly db: Level },
      table: Table,
      existing: Item,
      item: Item,
      done: (error?: Error) => void,
    ) => void;
  };
  export default db;
}
