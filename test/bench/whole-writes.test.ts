import { afterEach, beforeEach, expect, it } from "vitest";
import { createStore } from "../../lib/store/store.ts";
import { delivery, group, noon } from "../support/build.ts";
import { findEngine, startEngine, type TestEngine } from "../support/engines.ts";

let engine: TestEngine;
beforeEach(async () => {
  engine = await (findEngine("dynalite") ?? startEngine)();
});
afterEach(() => engine.stop());

it("a query of what is pending never meets an index entry whose item is not there yet", async () => {
  const store = createStore(engine.table, 30);
  const seen: number[] = [];
  const progress = { writing: true };
  const reader = async (): Promise<void> => {
    while (progress.writing) seen.push((await store.load(group, noon)).deliveries.length);
  };
  const writer = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) {
      const deliveries = Array.from({ length: 20 }, () => delivery());
      await Promise.all(deliveries.map((each) => store.enlist(each)));
      const sent = deliveries.map(({ id }) => ({ id, state: "sent" as const, attempts: 1 }));
      await store.settle(group, sent, noon);
    }
    progress.writing = false;
  };
  await Promise.all([reader(), writer()]);
  expect(Math.max(...seen)).toBeGreaterThan(0);
  expect((await store.load(group, noon)).deliveries).toEqual([]);
});
