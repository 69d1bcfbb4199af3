import { test } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { startEngine, type TestEngine } from "./engines.ts";
import { type RigOptions, startRig } from "./rig.ts";

type Start<Engine extends TestEngine> = () => Promise<Engine>;

type LineOptions = RigOptions & {
  /** What the simulator is told before the first webhook, in the words of its `/_sim/settings`. */
  readonly qq?: object;
};

type Cleanup = { readonly onCleanup: (clean: () => Promise<void>) => void };

async function openEngine<Engine extends TestEngine>(start: Start<Engine>, { onCleanup }: Cleanup) {
  const engine = await start();
  onCleanup(engine.stop);
  return engine;
}

async function openRig(engine: TestEngine, routes: Routes, { qq, ...options }: LineOptions, { onCleanup }: Cleanup) {
  const rig = await startRig(engine, routes, options);
  onCleanup(rig.stop);
  if (qq) await rig.sim("settings", qq);
  return rig;
}

/** A test that is given an engine of its own, with an empty table */
export const engineTest = <Engine extends TestEngine = TestEngine>(start: Start<Engine>) =>
  test.extend("engine", ({}, cleanup) => openEngine(start, cleanup));

/** A test that is given a relay of its own over an empty table, so that quotas, windows and the clock are untouched. */
export const lineTest = (routes: Routes, options: LineOptions = {}, start: Start<TestEngine> = startEngine) =>
  engineTest(start).extend("rig", ({ engine }, cleanup) => openRig(engine, routes, options, cleanup));

/** A test that shares one relay with the others of its file: for tests that do not come into each other's way. */
export const sharedLineTest = (routes: Routes, options: LineOptions = {}) =>
  test
    .extend("engine", { scope: "file" }, ({}, cleanup) => openEngine(startEngine, cleanup))
    .extend("rig", { scope: "file" }, ({ engine }, cleanup) => openRig(engine, routes, options, cleanup));
