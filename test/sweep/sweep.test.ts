import { expect, it as base } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import { type SceneName, sceneNames } from "../../lib/model/scene.ts";
import { type Target, targetName } from "../../lib/model/target.ts";
import type { Due, Wake } from "../../lib/ports.ts";
import { createStore } from "../../lib/store/store.ts";
import { scopeAt, sweep } from "../../lib/sweep/sweep.ts";
import { delivery, noon } from "../support/build.ts";
import { startEngine } from "../support/engines.ts";
import { engineTest } from "../support/line-fixtures.ts";
import { createVirtualClock } from "../support/virtual-clock.ts";

const targetsOf = (scene: SceneName, count: number): readonly Target[] =>
  Array.from({ length: count }, (_, at) => ({ scene, id: `${scene}-${at}` }));

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** What is due by scene, and nothing else. */
const dueOnly = (due: Partial<Record<SceneName, readonly Target[]>>): Due => ({
  due: (scene) => each(due[scene] ?? []),
  live: () => each([]),
});

const log = () => undefined;

/** Sweeps in virtual time; `wake` is given the clock. */
async function timed(
  store: Due,
  wake: (target: Target, clock: { readonly wait: (ms: number) => Promise<void> }) => Promise<void>,
) {
  const clock = createVirtualClock(noon);
  const woken: string[] = [];
  let [under, most] = [0, 0];
  const count: Wake = async (target) => {
    under += 1;
    most = Math.max(most, under);
    try {
      await wake(target, clock);
      woken.push(targetName(target));
    } finally {
      under -= 1;
    }
  };
  const told = await clock.run(sweep("due", noon, { store, wake: count, log }));
  return { told, woken, most, ms: clock.now().getTime() - noon };
}

base.for<[what: string, counts: Partial<Record<SceneName, number>>]>([
  ["of one scene", { c2c: 5_000 }],
  ["of all scenes", { c2c: 1_250, group: 1_250, channel: 1_250, dm: 1_250 }],
])("5,000 targets %s that are due in one minute are woken within seconds of it", async ([, counts]) => {
  const due = Object.fromEntries(sceneNames.map((scene) => [scene, targetsOf(scene, counts[scene] ?? 0)]));
  const { told, woken, most, ms } = await timed(dueOnly(due), (_, { wait }) => wait(20));
  expect([told, new Set(woken).size, most]).toEqual([5_000, 5_000, 50]);
  expect(ms).toBeLessThan(3 * second);
});

base("a dozen wake-ups that hang keep the others waiting no longer than themselves", async () => {
  const hanging = new Set(targetsOf("c2c", 12).map(targetName));
  const due = { c2c: targetsOf("c2c", 4_000), dm: targetsOf("dm", 1_000) };
  const { told, woken, ms } = await timed(dueOnly(due), async (target, { wait }) => {
    await wait(hanging.has(targetName(target)) ? 5 * second : 20);
    if (hanging.has(targetName(target))) throw new Error("no end after 5000 ms");
  });
  expect([told, woken.length]).toEqual([4_988, 4_988]);
  expect(ms).toBeLessThan(6 * second);
});

base("a scene with few targets does not wait for one with many", async () => {
  const due = { c2c: targetsOf("c2c", 1_000), dm: targetsOf("dm", 1) };
  const { woken } = await timed(dueOnly(due), (_, { wait }) => wait(20));
  expect(woken.indexOf("dm:dm-0")).toBeLessThan(100);
});

base("what is due in a scene that cannot be read is a fault, once all others are woken", async () => {
  const woken: string[] = [];
  const store: Due = {
    due: async function* (scene) {
      if (scene === "c2c") throw new Error("throttled");
      yield* targetsOf(scene, 2);
    },
    live: () => each([]),
  };
  const wake: Wake = async (target) => void woken.push(targetName(target));
  await expect(sweep("due", noon, { store, wake, log })).rejects.toThrow("throttled");
  expect(woken.toSorted()).toEqual(
    ["channel", "dm", "group"].flatMap((scene) => [`${scene}:${scene}-0`, `${scene}:${scene}-1`]),
  );
});

const it = engineTest(startEngine).extend("store", ({ engine }) => createStore(engine.table, 30));

it("wakes a target once that is due and pending too, and tells how much waits", async ({ store }) => {
  const lines: unknown[] = [];
  const woken: string[] = [];
  const [a, b] = targetsOf("group", 2);
  for (const target of [a, a, b]) if (target) await store.enlist(delivery({ target, arrivedAt: noon - 10 * minute }));
  if (a) await store.changeState(a, { dueAt: noon });
  const wake: Wake = async (target) => void woken.push(targetName(target));
  const tell = (...[, , fields]: readonly [unknown, unknown, unknown?]) => lines.push(fields);
  expect(await sweep(scopeAt(noon + 5 * minute), noon, { store, wake, log: tell })).toBe(2);
  expect(woken.toSorted()).toEqual(["group:group-0", "group:group-1"]);
  expect(lines).toEqual([{ scope: "recent", woken: 2, held: 3, heldMs: 10 * minute }]);
});
