import { atOnce } from "./at-once.ts";
import { sideBySide } from "./side-by-side.ts";
import type { SweepPorts } from "./sweep-ports.ts";
import { sceneNames } from "../model/scene.ts";
import { type Target, targetName } from "../model/target.ts";
import type { Live, Wake } from "../ports.ts";
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

/** Wake-ups under way at once: each waits for an answer of some 20 ms, and thousands may be due in one minute. */
const maxWakes = 50;

/** Wakes every target whose moment has come, and those with something pending that no one seems to be at: each once. */
export async function sweep(scope: Scope, now: number, ports: SweepPorts): Promise<number> {
  const { store, log, watchGateway, foretell } = ports;
  const woken = new Set<string>();
  const wake = async (target: Target) => {
    const name = targetName(target);
    if (!woken.has(name) && (await wakeTarget(target, ports))) woken.add(name);
  };
  const faults: unknown[] = [];
  const due = sceneNames.map((scene) => store.due(scene, now));
  await atOnce(
    sideBySide(due, (fault) => faults.push(fault)),
    maxWakes,
    wake,
  );
  const lives = scope === "due" ? undefined : await wakePending(scope, now, wake, store);
  const isSilent = await watchGateway?.(now).catch((fault: unknown) => void faults.push(fault));
  log("info", "sweep", {
    scope,
    woken: woken.size,
    ...(lives && sumUp(lives, now)),
    ...(isSilent !== undefined && { gatewaySilent: Number(isSilent) }),
  });
  if (scope === "all" && lives) await foretell?.(lives, now).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
  return woken.size;
}

/** Answers with every target that has something pending. */
async function wakePending(
  scope: Scope,
  now: number,
  wake: Wake,
  store: SweepPorts["store"],
): Promise<readonly Live[]> {
  const lives: Live[] = [];
  async function* unattended(): AsyncGenerator<Target> {
    for await (const live of store.live()) {
      lives.push(live);
      const age = now - live.newest;
      if (scope === "all" || (age > young && age < recent)) yield live.target;
    }
  }
  await atOnce(unattended(), maxWakes, wake);
  return lives;
}

/** How much is pending in all, and for how long (ms) the oldest of it has been. */
function sumUp(lives: readonly Live[], now: number): { readonly held: number; readonly heldMs: number } {
  const held = lives.reduce((sum, { pending }) => sum + pending, 0);
  const since = lives.reduce((first, { oldest }) => Math.min(first, oldest), now);
  return { held, heldMs: now - since };
}
