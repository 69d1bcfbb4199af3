import type { SweepLine } from "./line.ts";
import { sceneNames } from "./model/scene.ts";
import type { Target } from "./model/target.ts";
import type { Kick } from "./ports.ts";
import { wakeTarget } from "./wake.ts";

const minute = 60_000;

/** Every so many minutes the sweep also looks for what no one seems to be at: a lost kick, a deliverer that died. */
const lookEvery = 5;

/** Arrivals younger than this are still on their way; older than the other are looked for once an hour only. */
const young = minute;
const recent = 65 * minute;

/** Which pending targets a sweep looks at besides those that are due. */
export type Look = "due" | "recent" | "all";

/** What the sweep of a given minute looks at; run each minute, `all` comes once an hour. */
export function lookAt(now: number): Look {
  const minutes = Math.floor(now / minute);
  if (minutes % 60 === 0) return "all";
  return minutes % lookEvery === 0 ? "recent" : "due";
}

/** Kicks every target whose moment has come, and those with something pending that no one seems to be at. */
export async function sweep(look: Look, now: number, line: SweepLine): Promise<number> {
  const { store, log } = line;
  let kicked = 0;
  const wake = async (target: Target) => {
    if (await wakeTarget(target, line)) kicked += 1;
  };
  for (const scene of sceneNames) for await (const target of store.due(scene, now)) await wake(target);
  const seen = look === "due" ? {} : await wakePending(look, now, wake, store);
  log("info", "sweep", { look, kicked, ...seen });
  return kicked;
}

/** Answers how much is pending in all, and for how long (ms) the oldest of it has been. */
async function wakePending(look: Look, now: number, wake: Kick, store: SweepLine["store"]) {
  let held = 0;
  let since = now;
  for await (const { target, pending, oldest, newest } of store.live()) {
    held += pending;
    since = Math.min(since, oldest);
    const age = now - newest;
    if (look === "all" || (age > young && age < recent)) await wake(target);
  }
  return { held, heldMs: now - since };
}
