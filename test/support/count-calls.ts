import type { Table } from "../../lib/store/table.ts";

type Counts = { reads: number; items: number; writes: number };

/** A table that counts its calls, and the items that its queries answer with. */
export function countCalls(table: Table): { readonly table: Table; readonly counts: Counts } {
  const counts: Counts = { reads: 0, items: 0, writes: 0 };
  const read =
    <Args extends readonly unknown[], Answer>(run: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      counts.reads += 1;
      return run(...args);
    };
  const write =
    <Args extends readonly unknown[], Answer>(run: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      counts.writes += 1;
      return run(...args);
    };
  const queryLive: Table["queryLive"] = async function* (...args) {
    counts.reads += 1;
    for await (const item of table.queryLive(...args)) {
      counts.items += 1;
      yield item;
    }
  };
  return {
    counts,
    table: {
      ...table,
      get: read(table.get),
      query: read(table.query),
      queryLive,
      countLive: read(table.countLive),
      hasLive: read(table.hasLive),
      put: write(table.put),
      update: write(table.update),
      remove: write(table.remove),
    },
  };
}
