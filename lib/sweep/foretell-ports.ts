import type { Routes } from "../model/route.ts";
import type { SceneName } from "../model/scene.ts";
import type { Settings } from "../model/settings.ts";
import type { LimitsReader } from "../outbox/limits-reader.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import type { Bindings, Breakers, Deliveries, Log, Standings, Wake } from "../ports.ts";

/** What the hourly forecast needs. */
export type ForetellPorts = {
  readonly store: Pick<Deliveries, "enlist"> & Standings & Bindings & Breakers;
  readonly wake: Wake;
  readonly log: Log;
  readonly routes: Routes;
  readonly settings: Pick<Settings, "warnTo" | "language" | "timeZone">;
  /** What the plans of each scene are made by, but for the limits in force. */
  readonly rules: Readonly<Record<SceneName, PlanRules>>;
  readonly limits: Pick<LimitsReader, "inForce">;
};
