import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day, minute } from "../../../lib/base/time.ts";
import type { Target } from "../../../lib/model/target.ts";
import { openSqlite, type SqliteTable } from "../../../lib/store/sqlite/table.ts";
import { createStore } from "../../../lib/store/store.ts";
import { listNewest } from "../../../local/operate/deliveries.ts";
import { composeOperate, type OperatePorts } from "../../../local/operate/operate-ports.ts";
import { delivery } from "../../support/build.ts";

const now = Date.parse("2026-11-21T20:00:00Z");
const targets: readonly Target[] = Array.from({ length: 8 }, (_, at) => ({ scene: "c2c", id: `U${at}` }));

let table: SqliteTable;
let ports: OperatePorts;
beforeAll(async () => {
  const opened = openSqlite(undefined, () => now);
  if ("kind" in opened) throw new Error(opened.reason);
  table = opened;
  const route = { scene: "c2c", source: "generic", open: true, to: targets.map(({ id }) => id) } as const;
  ports = composeOperate({ routes: { all: route }, settings: {}, table, wake: () => Promise.resolve() }, () => now);
  const store = createStore(table, 30);
  // Five in the last day, at as many conversations; each of the others ever earlier, some of them where the newer ones are.
  const ages = [...[1, 2, 3, 4, 5].map((count) => count * minute), ...[2, 3, 4, 9].map((count) => count * day)];
  for (const [at, age] of ages.entries()) {
    const target = targets[at % targets.length] ?? { scene: "c2c", id: "" };
    await store.enlist(delivery({ id: `all#${at}`, route: "all", target, arrivedAt: now - age }));
  }
});
afterAll(() => table.close());

const idsOf = async (limit: number, more: { readonly since?: string } = {}) => {
  const { deliveries, more: isMore } = await listNewest(targets, { limit, ...more }, ports);
  return [deliveries.map(({ id }) => Number(id.replace("all#", ""))), isMore];
};

describe("the newest of many conversations", () => {
  it.each([
    [3, [0, 1, 2], true],
    [5, [0, 1, 2, 3, 4], true],
    [7, [0, 1, 2, 3, 4, 5, 6], true],
    [9, [0, 1, 2, 3, 4, 5, 6, 7, 8], false],
    [50, [0, 1, 2, 3, 4, 5, 6, 7, 8], false],
  ])("are those of all of them, however old: %i", async (limit, ids, more) => {
    expect(await idsOf(limit)).toEqual([ids, more]);
  });

  it("are no older than was asked for", async () => {
    expect(await idsOf(50, { since: new Date(now - 3 * day).toISOString() })).toEqual([[0, 1, 2, 3, 4, 5, 6], false]);
  });

  it("cost a query for each that is quiet, where the last day tells enough", async () => {
    let queries = 0;
    let items = 0;
    const counting = {
      ...table,
      queryLatest: (shard: string, since: number) => {
        queries += 1;
        return table.queryLatest(shard, since);
      },
      get: (key: Parameters<typeof table.get>[0]) => {
        if (key.sk.startsWith("delivery#")) items += 1;
        return table.get(key);
      },
    };
    const { routes } = ports;
    const counted = composeOperate({ routes, settings: {}, table: counting, wake: () => Promise.resolve() }, () => now);
    await listNewest(targets, { limit: 3 }, counted);
    expect([queries, items]).toEqual([8, 5]);
  });
});
