import { randomUUID } from "node:crypto";
import type { Setup } from "../../lib/compose/common.ts";
import { composeStore } from "../../lib/compose/store.ts";
import { composeAllPlanRules } from "../../lib/compose/plan-rules.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { defaultSettings, type Settings } from "../../lib/model/settings.ts";
import { createLimitsReader, type LimitsReader } from "../../lib/outbox/limits-reader.ts";
import type { PlanRules } from "../../lib/policy/plan/plan-rules.ts";
import type { Store, Wake } from "../../lib/ports.ts";
import { deployedPlace, type Place } from "./place.ts";

/** What operations work on: the table, the user's files, and the way to a target's deliverer. */
export type OperatePorts = {
  readonly store: Store;
  readonly routes: Routes;
  readonly settings: Settings;
  readonly rules: Readonly<Record<SceneName, PlanRules>>;
  readonly limits: Pick<LimitsReader, "inForce">;
  readonly wake: Wake;
  /** Ms of the epoch. */
  readonly now: () => number;
  /** A name that nothing else has. */
  readonly unique: () => string;
  readonly place: Place;
};

export type OperateSetup = Pick<Setup, "routes" | "settings" | "table" | "wake">;

/** Without a `place` only the table is in reach. */
export function composeOperate(setup: OperateSetup, now: () => number, place: Place = deployedPlace()): OperatePorts {
  const { routes, wake } = setup;
  const settings = { ...defaultSettings, ...setup.settings };
  const store = composeStore(setup);
  return {
    store,
    routes,
    settings,
    rules: composeAllPlanRules(routes, settings),
    limits: createLimitsReader({ settings, routes, store }),
    wake,
    now,
    unique: randomUUID,
    place,
  };
}
