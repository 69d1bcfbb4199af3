import type { SceneName } from "../../lib/model/scene.ts";
import type { Hours, PerDay } from "./hours.ts";

/** How often people speak to the bot in each scene, which opens a reply window. */
export type Talk = Readonly<Record<SceneName, PerDay>>;

/** Assumed: more in company than alone. */
export const usual: Talk = {
  c2c: { workday: 2, weekend: 1 },
  group: { workday: 5, weekend: 2 },
  channel: { workday: 4, weekend: 1.5 },
  dm: { workday: 1.5, weekend: 0.7 },
};

const never: PerDay = { workday: 0, weekend: 0 };

/** Nobody ever speaks to the bot. */
export const none: Talk = { c2c: never, group: never, channel: never, dm: never };

const often: PerDay = { workday: 30, weekend: 20 };

/** People who ask the bot for everything. */
export const much: Talk = { c2c: often, group: often, channel: often, dm: often };

/** Never at night. */
export const talkHours: Hours = "awake";
