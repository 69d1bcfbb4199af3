import type { Routes } from "../lib/model/route.ts";
import type { LimitsSetting } from "../lib/model/settings.ts";

const plenty = 1_000_000;

/** QQ's older limits, with all counters kept but none used up: the relay's and the simulator's. */
export const limits = {
  preset: "published",
  override: {
    c2c: { proactive: plenty },
    group: { proactive: plenty },
    channel: { proactive: { "target-day": plenty, "guild-channels-day": plenty } },
    dm: { proactive: { "target-day": plenty, "bot-day": plenty } },
  },
} as const satisfies LimitsSetting;

export const secretName = "BenchSecret";

const route = { source: "github", secret: secretName } as const;

const groups = Array.from({ length: 64 }, (_, at) => `g${at}`);

/** Paths of the routes that a load is spread over, one group each. */
export const groupPaths = groups.map((name) => `/group/${name}`);

export const routes: Routes = {
  ...Object.fromEntries(groups.map((name) => [name, { ...route, scene: "group", to: [name] }])),
  "lone-c2c": { ...route, scene: "c2c", to: ["lone"] },
  "lone-group": { ...route, scene: "group", to: ["lone"] },
  "lone-channel": { ...route, scene: "channel", to: ["lone"] },
  "lone-of-guild": { ...route, scene: "channel", to: [{ id: "lone-of-guild", guild: "guild" }] },
  "lone-dm": { ...route, scene: "dm", to: ["lone"] },
  burst: { ...route, scene: "group", to: ["burst"] },
  entry: { ...route, scene: "group", to: ["entry"] },
  "burst-invoked": { ...route, scene: "group", to: ["burst-invoked"] },
};
