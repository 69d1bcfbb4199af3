import type { SceneName } from "../../lib/model/scene.ts";
import type { Hours, PerDay } from "./hours.ts";

/** How often people speak to the bot, which opens a reply window. Assumed: more in company than alone, never at night. */
export const talk = {
  c2c: { workday: 2, weekend: 1 },
  group: { workday: 5, weekend: 2 },
  channel: { workday: 4, weekend: 1.5 },
  dm: { workday: 1.5, weekend: 0.7 },
} as const satisfies Record<SceneName, PerDay>;

export const talkHours: Hours = "awake";
