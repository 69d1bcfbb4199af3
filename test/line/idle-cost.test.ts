import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import type { Table } from "../../lib/store/table.ts";
import { createStore } from "../../lib/store/store.ts";
import { delivery, noon } from "../support/build.ts";
import { startEngine } from "../support/engines.ts";
import { engineTest } from "../support/line-fixtures.ts";
import { startRig } from "../support/rig.ts";

const routes: Routes = { quiet: { scene: "group", source: "generic", open: true, to: ["G1"] } };
const group = { scene: "group", id: "G1" } as const;

type Counts = { reads: number; items: number; writes: number };

/** A table that counts its calls, and the items that its queries answer with. */
function count(table: Table): { readonly table: Table; readonly counts: Counts } {
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

describe("one more webhook to a target to which nothing can go", () => {
  const it = engineTest(startEngine);

  it.for([0, 1_000, 10_000])("costs the same with %i held: no item is read", async (held, { engine }) => {
    const { table, counts } = count(engine.table);
    const rig = await startRig(engine, routes, {
      table,
      settings: { limits: { override: { group: { proactive: 0 } } } },
    });
    const store = createStore(engine.table, 30);
    for (let from = 0; from < held; from += 500)
      await Promise.all(
        Array.from({ length: 500 }, (_, at) =>
          store.enlist(delivery({ id: `quiet#${from + at}`, route: "quiet", target: group, arrivedAt: noon + at })),
        ),
      );
    await rig.post("/group/quiet", { title: "第一条" });
    await rig.relay.idle();
    Object.assign(counts, { reads: 0, items: 0, writes: 0 });
    await rig.post("/group/quiet", { title: "再一条" }, { "idempotency-key": "with an id of its own" });
    await rig.relay.idle();
    expect(counts).toEqual({ reads: 0, items: 0, writes: 3 });
    await rig.stop();
  });

  it.for([0, 10_000])(
    "costs one look for what is critical with %i held by the pace of pushes",
    async (held, { engine }) => {
      const { table, counts } = count(engine.table);
      const rig = await startRig(engine, routes, { table });
      const store = createStore(engine.table, 30);
      await rig.post("/group/quiet", { title: "第一条" });
      await rig.post("/group/quiet", { title: "第二条" });
      await rig.relay.idle();
      expect(await rig.received("group", "G1")).toHaveLength(1);
      for (let from = 0; from < held; from += 500)
        await Promise.all(
          Array.from({ length: 500 }, (_, at) =>
            store.enlist(delivery({ id: `quiet#${from + at}`, route: "quiet", target: group, arrivedAt: noon + at })),
          ),
        );
      Object.assign(counts, { reads: 0, items: 0, writes: 0 });
      await rig.post("/group/quiet", { title: "再一条" }, { "idempotency-key": "with an id of its own" });
      await rig.relay.idle();
      expect(counts).toEqual({ reads: 1, items: 0, writes: 3 });
      await rig.post("/group/quiet", { title: "机房断电", level: "critical" });
      await rig.relay.idle();
      expect((await rig.received("group", "G1")).at(-1)?.body["content"]).toContain("机房断电");
      await rig.stop();
    },
  );

  it("loads no more than a head when something can go, and tells the most urgent first", async ({ engine }) => {
    const { table, counts } = count(engine.table);
    const rig = await startRig(engine, routes, { table });
    const store = createStore(engine.table, 30);
    await Promise.all(
      Array.from({ length: 2_000 }, (_, at) =>
        store.enlist(delivery({ id: `quiet#${at}`, route: "quiet", target: group, arrivedAt: noon - 900_000 + at })),
      ),
    );
    await rig.post("/group/quiet", { title: "机房断电", level: "critical" });
    await rig.relay.idle();
    expect(counts.items).toBeLessThan(401 * 6);
    const [first] = await rig.received("group", "G1");
    expect(String(first?.body["content"])).toContain("机房断电");
    await rig.stop();
  });
});
