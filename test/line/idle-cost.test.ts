import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { createStore } from "../../lib/store/store.ts";
import { delivery, noon } from "../support/build.ts";
import { countCalls } from "../support/count-calls.ts";
import { startEngine } from "../support/engines.ts";
import { engineTest } from "../support/line-fixtures.ts";
import { startRig } from "../support/rig.ts";

const routes: Routes = { quiet: { scene: "group", source: "generic", open: true, to: ["G1"] } };
const group = { scene: "group", id: "G1" } as const;

describe("one more webhook to a target to which nothing can go", () => {
  const it = engineTest(startEngine);

  it.for([0, 1_000, 10_000])("costs the same with %i held: no item is read", async (held, { engine }) => {
    const { table, counts } = countCalls(engine.table);
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
      const { table, counts } = countCalls(engine.table);
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
    const { table, counts } = countCalls(engine.table);
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
