import { expect, it } from "vitest";
import { openSqlite } from "../../lib/store/sqlite/table.ts";
import { createStore } from "../../lib/store/store.ts";
import type { Table } from "../../lib/store/table.ts";
import { delivery, group, noon } from "../support/build.ts";

it("settles forty at a time, so that a fault leaves little in doubt", async () => {
  const table = openSqlite(undefined, () => noon);
  if ("kind" in table) throw new Error(table.reason);
  const all = Array.from({ length: 200 }, () => delivery());
  const store = createStore(table, 30);
  for (const each of all) await store.enlist(each);
  let [under, most] = [0, 0];
  const counting: Table = {
    ...table,
    update: async (change) => {
      under += 1;
      most = Math.max(most, under);
      const answer = await table.update(change);
      under -= 1;
      return answer;
    },
  };
  const settlements = all.map(({ id }) => ({ id, state: "sent" as const, attempts: 1 }));
  await createStore(counting, 30).settle(group, settlements, noon);
  expect(most).toBe(40);
  expect(await store.countPending(group)).toBe(0);
  await table.close();
});
