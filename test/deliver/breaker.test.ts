import { expect, test as base } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import { createBreaker } from "../../lib/deliver/breaker.ts";
import type { Outcome } from "../../lib/model/outcome.ts";
import { createStore } from "../../lib/store/store.ts";
import { noon } from "../support/build.ts";
import { startEngine } from "../support/engines.ts";

const lost: Outcome = { kind: "unsure", answer: {} };
const arrived: Outcome = { kind: "sent", answer: { status: 200 } };

const test = base
  .extend("engine", async ({}, { onCleanup }) => {
    const engine = await startEngine();
    onCleanup(engine.stop);
    return engine;
  })
  .extend("store", ({ engine }) => createStore(engine.table, 30))
  .extend("logged", (): string[] => [])
  .extend("two", ({ store, logged }) => {
    const log = (_: string, event: string, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
    return { slept: createBreaker({ store, log }), busy: createBreaker({ store, log }) };
  });

test("failures of two processes add up, and one of them tells that it opened", async ({ two, store, logged }) => {
  for (const gate of [two.slept, two.busy, two.slept]) await gate.note(lost, noon);
  expect(await store.readBreaker()).toEqual({ failures: 3, openUntil: noon + 30 * second });
  await two.busy.note(lost, noon + second);
  expect(await store.readBreaker()).toEqual({ failures: 4, openUntil: noon + second + minute });
  expect(logged.filter((line) => line.startsWith("breaker"))).toEqual(['breaker {"open":true,"failures":3}']);
});

test("a process that slept neither lowers the count nor opens for a shorter time", async ({ two, store }) => {
  await two.slept.note(lost, noon);
  for (let failures = 0; failures < 6; failures += 1) await two.busy.note(lost, noon + minute);
  await two.slept.note(lost, noon);
  expect(await store.readBreaker()).toEqual({ failures: 8, openUntil: noon + 3 * minute });
});

test("a success of a process that slept does not close an outage it knew nothing of", async ({ two, store }) => {
  await two.slept.note(lost, noon);
  for (let failures = 0; failures < 3; failures += 1) await two.busy.note(lost, noon);
  const open = await store.readBreaker();
  await two.slept.note(arrived, noon);
  expect(await store.readBreaker()).toEqual(open);
  expect(await two.slept.openUntil(noon)).toBe(open.openUntil);
});

test("the probe that comes through closes it for both", async ({ two, store }) => {
  for (let failures = 0; failures < 3; failures += 1) await two.busy.note(lost, noon);
  const probe = noon + 31 * second;
  expect(await two.slept.openUntil(probe)).toBe(probe);
  expect(await two.busy.openUntil(probe)).toBeGreaterThan(probe);
  await two.slept.note(arrived, probe);
  expect(await store.readBreaker()).toEqual({ failures: 0, openUntil: 0 });
  expect(await two.busy.openUntil(probe + minute)).toBeLessThanOrEqual(probe);
});

test("a little trouble is forgotten by the next success", async ({ two, store }) => {
  await two.busy.note(lost, noon);
  await two.busy.note(arrived, noon);
  expect(await store.readBreaker()).toEqual({ failures: 0, openUntil: 0 });
});
