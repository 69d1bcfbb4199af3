import { setImmediate as rest } from "node:timers/promises";
import { expect } from "vitest";
import { day, hour } from "../../lib/base/time.ts";
import { composeAllPlanRules } from "../../lib/compose/plan-rules.ts";
import type { Routes } from "../../lib/model/route.ts";
import { defaultSettings, type Settings } from "../../lib/model/settings.ts";
import { type Target, targetName } from "../../lib/model/target.ts";
import type { Live, Log, Standings, Wake } from "../../lib/ports.ts";
import { createLimitsReader } from "../../lib/outbox/limits-reader.ts";
import { createStore } from "../../lib/store/store.ts";
import type { Table } from "../../lib/store/table.ts";
import { foretell } from "../../lib/sweep/foretell.ts";
import type { ForetellPorts } from "../../lib/sweep/foretell-ports.ts";
import { delivery, group, noon } from "../support/build.ts";
import { startEngine } from "../support/engines.ts";
import { type FaultyTable, makeFaulty } from "../support/faulty-table.ts";
import { engineTest } from "../support/line-fixtures.ts";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  ops: { scene: "c2c", source: "generic", open: true, to: ["U1", "U2"] },
};
const settings: Settings = {
  ...defaultSettings,
  warnTo: "ops",
  limits: { override: { group: { proactive: 0 } } },
};
const operators: readonly Target[] = [
  { scene: "c2c", id: "U1" },
  { scene: "c2c", id: "U2" },
];

/** A forecast over a table, with what it woke and logged. */
function setUp(table: Table) {
  const woken: string[] = [];
  const lines: Readonly<Record<string, unknown>>[] = [];
  const wake: Wake = async (target) => void woken.push(targetName(target));
  const log: Log = (level, event, fields) => lines.push({ level, event, ...fields });
  const store = createStore(table, 30);
  const limits = createLimitsReader({ settings, routes, store });
  const ports: ForetellPorts = {
    store,
    wake,
    log,
    routes,
    settings,
    rules: composeAllPlanRules(routes, settings),
    limits,
  };
  const look = async (now: number): Promise<void> => foretell(await Array.fromAsync(store.live()), now, ports);
  const warned = () => Promise.all(operators.map((target) => store.countPending(target)));
  return { store, woken, lines, ports, limits, look, warned };
}

const it = engineTest(startEngine)
  .extend("faulty", ({ engine }): FaultyTable => makeFaulty(engine.table))
  .extend("world", ({ faulty }) => setUp(faulty.table));

const old = (more: Parameters<typeof delivery>[0] = {}) => delivery({ arrivedAt: noon - day, ...more });

it("enlists one warning for each of the operator's conversations, wakes them, and does so once", async ({ world }) => {
  await world.store.enlist(old());
  await world.look(noon);
  await world.look(noon + hour);
  await world.look(noon + 9 * day);
  expect(await world.warned()).toEqual([1, 1]);
  expect(world.woken).toEqual(["c2c:U1", "c2c:U2"]);
});

it("of two sweeps at once one enlists it", async ({ world }) => {
  await world.store.enlist(old());
  await Promise.all([world.look(noon), world.look(noon + 1)]);
  expect(await world.warned()).toEqual([1, 1]);
});

it.for<[what: string, fits: Parameters<FaultyTable["fail"]>[0], when: "before" | "after", then: readonly number[]]>([
  ["before the first", ({ pk }) => pk === "target#c2c:U1", "before", [0, 0]],
  ["after the first", ({ pk }) => pk === "target#c2c:U1", "after", [1, 0]],
  ["between the two", ({ pk }) => pk === "target#c2c:U2", "before", [1, 0]],
  ["before it is remembered", ({ attributes }) => attributes.includes("warnedAt"), "before", [1, 1]],
  [
    "once it is remembered, before anybody is woken",
    ({ attributes }) => attributes.includes("warnedAt"),
    "after",
    [1, 1],
  ],
])(
  "a sweep that ends %s is made good by the next, and nobody is told twice",
  async ([, fits, when, then], { world, faulty }) => {
    await world.store.enlist(old());
    faulty.fail(fits, when);
    await expect(world.look(noon)).rejects.toThrow("the store failed");
    expect(await world.warned()).toEqual(then);
    await world.look(noon + hour);
    await world.look(noon + 2 * hour);
    expect(await world.warned()).toEqual([1, 1]);
  },
);

it("one that cannot be looked at keeps no other waiting, and is a fault", async ({ world }) => {
  const other: Target = { scene: "group", id: "G2" };
  await world.store.enlist(old());
  await world.store.enlist(old({ target: other }));
  const { readItem } = world.store;
  const store = {
    ...world.store,
    readItem: (target: Target) => (target.id === "G1" ? Promise.reject(new Error("throttled")) : readItem(target)),
  };
  const lives: Live[] = [group, other].map((target) => ({
    target,
    pending: 1,
    oldest: noon - day,
    newest: noon - day,
  }));
  await expect(foretell(lives, noon, { ...world.ports, store })).rejects.toThrow("throttled");
  expect(await world.warned()).toEqual([1, 1]);
});

it("looks at fifty side by side", async ({ world }) => {
  let [under, most] = [0, 0];
  const readItem: Standings["readItem"] = async (target) => {
    under += 1;
    most = Math.max(most, under);
    const item = await world.store.readItem(target);
    await rest();
    under -= 1;
    return item;
  };
  const lives = Array.from({ length: 200 }, (_, at): Live => {
    const target: Target = { scene: "group", id: `G${at}` };
    return { target, pending: 1, oldest: noon, newest: noon };
  });
  await foretell(lives, noon, { ...world.ports, store: { ...world.store, readItem } });
  expect(most).toBe(50);
  expect(world.lines).toHaveLength(200);
});

/** Calls of a table, by name. */
function countCalls(table: Table): { readonly table: Table; readonly calls: Record<string, number> } {
  const calls: Record<string, number> = {};
  const counted = Object.fromEntries(
    Object.entries(table).map(([name, call]) => [
      name,
      (...given: readonly unknown[]) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return (call as (...some: readonly unknown[]) => unknown)(...given);
      },
    ]),
  );
  return { table: counted as Table, calls };
}

it("reads one item of each conversation, and more only of one that is newly silent", async ({ engine }) => {
  const { table, calls } = countCalls(engine.table);
  const { store, look } = setUp(table);
  const targets = Array.from({ length: 200 }, (_, at): Target => ({ scene: "group", id: `G${at}` }));
  for (const target of targets) await store.enlist(delivery({ target, arrivedAt: noon - hour }));
  await store.enlist(old());
  const callsOf = async (now: number) => {
    for (const name of Object.keys(calls)) delete calls[name];
    await look(now);
    return { ...calls };
  };
  // Which limits hold; of the silent one what is pending, and the breaker; two warnings, and that it was warned of.
  const told = { scanLive: 1, get: 200 + 2, queryLive: 1, put: 2, update: 1 };
  expect(await callsOf(noon)).toEqual(told);
  expect(await callsOf(noon + hour)).toEqual({ scanLive: 1, get: 202 + 2 });
});

it("counts by the limits in force", async ({ world }) => {
  const user = operators[0] ?? group;
  await world.store.enlist(delivery({ target: user, route: "ops" }));
  const left = async () => {
    await world.look(noon);
    const { left, max } = world.lines.findLast(({ event }) => event === "forecast") ?? {};
    return [left, max];
  };
  expect(await left()).toEqual([4, 4]);
  await world.store.learn("c2c", { provenSince: noon, provenAt: noon });
  world.limits.forget();
  expect(await left()).toEqual([1_000, 1_000]);
});
