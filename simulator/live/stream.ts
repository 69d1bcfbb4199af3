import type { ServerResponse } from "node:http";
import type { Target } from "../scene.ts";
import type { State, World } from "../state.ts";
import { tellEntries, tellOverview } from "./view.ts";

/** How long changes gather before they are told, and how often time alone is looked at: windows close, minutes slide. */
const gather = 60;
const look = 1_000;

/** Pages that may look on at once. */
export const maxStreams = 32;

/**
 * Tells a page what happens, as server-sent events, until it goes away: `overview` when anything of it changed, `entries` with
 * those of the conversation that are new or changed. `fresh` in it: all that came before is forgotten.
 */
export function openStream(world: World, target: Target | undefined, response: ServerResponse): void {
  const write = (event: string, data: string): unknown => response.write(`event: ${event}\ndata: ${data}\n\n`);
  const tellAll = createTeller(world, target, write);
  // One that does not keep up is told later, of where things are then.
  const tell = (): void => {
    if (!response.writableNeedDrain) tellAll();
  };
  let gathering: NodeJS.Timeout | undefined;
  const wake = (): void => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      tell();
    }, gather).unref();
  };
  const watch = setInterval(tell, look).unref();
  world.watchers.add(wake);
  response.on("close", () => {
    world.watchers.delete(wake);
    clearInterval(watch);
    clearTimeout(gathering);
  });
  response.on("error", () => response.destroy());
  tell();
}

/** A function that tells what changed since it was last called; nothing, where nothing did. */
function createTeller(
  world: World,
  target: Target | undefined,
  write: (event: "overview" | "entries", data: string) => unknown,
): () => void {
  let state: State | undefined;
  let overview = "";
  let told = new Map<number, string>();
  return () => {
    const fresh = state !== world.state;
    if (fresh) told = new Map();
    state = world.state;
    const next = JSON.stringify(tellOverview(world, target));
    if (next !== overview) write("overview", next);
    overview = next;
    const entries = (target ? tellEntries(state, target) : []).map(
      (entry) => [entry.n, JSON.stringify(entry)] as const,
    );
    const changed = entries.filter(([n, text]) => told.get(n) !== text).map(([, text]) => text);
    if (fresh || changed.length > 0) write("entries", `{"fresh":${fresh},"entries":[${changed.join(",")}]}`);
    told = new Map(entries);
  };
}
