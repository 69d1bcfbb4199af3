import type { SweepPorts } from "./sweep-ports.ts";
import { sceneNames } from "../model/scene.ts";
import type { Target } from "../model/target.ts";
import type { Wake } from "../ports.ts";
import { wakeTarget } from "../outbox/wake.ts";
import { minute } from "../base/time.ts";

/** Every so many minutes the sweep also looks for what no one seems to be at: a lost wake-up, a deliverer that died. */
const lookEvery = 5;

/** Arrivals younger than this are still on their way; older than the other are looked for once an hour only. */
const young = minute;
const recent = 65 * minute;

/** Which pending targets a sweep looks at besides those that are due. */
export type Scope = "due" | "recent" | "all";

/** What the sweep of a given minute looks at; run each minute, `all` comes once an hour. */
export function scopeAt(now: number): Scope {
  const minutes = Math.floor(now / minute);
  if (minutes % 60 === 0) return "all";
  return minutes % lookEvery === 0 ? "recent" : "due";
}

/** Wakes every target whose moment has come, and those with something pending that no one seems to be at. */
export async function sweep(scope: Scope, now: number, ports: SweepPorts): Promise<number> {
  const { store, log } = ports;
  let woken = 0;
  const wake = async (target: Target) => {
    if (await wakeTarget(target, ports)) woken += 1;
  };
  for (const scene of sceneNames) for await (const target of store.due(scene, now)) await wake(target);
  const seen = scope === "due" ? {} : await wakePending(scope, now, wake, store);
  log("info", "sweep", { scope, woken, ...seen });
  return woken;
}

/** Answers how much is pending in all, and for how long (ms) the oldest of it has been. */
async function wakePending(scope: Scope, now: number, wake: Wake, store: SweepPorts["store"]) {
  let held = 0;
  let since = now;
  for await (const { target, pending, oldest, newest } of store.live()) {
    held += pending;
    since = Math.min(since, oldest);
    const age = now - newest;
    if (scope === "all" || (age > young && age < recent)) await wake(target);
  }
  return { held, heldMs: now - since };
}
