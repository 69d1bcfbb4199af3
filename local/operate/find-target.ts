import { unpairedTarget } from "../../lib/model/unpaired.ts";
import { readTarget, type Target, targetName } from "../../lib/model/target.ts";
import { findTargets } from "../../lib/outbox/targets.ts";
import { refuse, type Refused } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";

/** A conversation that routes send to, and which. What waits for a pairing is one too. */
export type Known = { readonly target: Target; readonly routes: readonly string[] };

/** Every conversation that the routes name or that was paired with one, each once. */
export async function knownTargets({
  routes,
  store,
}: Pick<OperatePorts, "routes" | "store">): Promise<readonly Known[]> {
  const found = new Map<string, { readonly target: Target; readonly routes: string[] }>();
  const all = await Promise.all(
    Object.entries(routes).map(async ([id, route]) => {
      const targets = await findTargets(id, route, store);
      return { id, targets: targets.length > 0 ? targets : [unpairedTarget(route.scene, id)] };
    }),
  );
  for (const { id, targets } of all)
    for (const target of targets) {
      const known = found.get(targetName(target)) ?? { target, routes: [] };
      known.routes.push(id);
      found.set(targetName(target), known);
    }
  return [...found.values()];
}

/**
 * The conversation that an operator means: `group:4C8F…`, its id, the beginning of that, or as lists shorten it (`4C8F…9A21`).
 * One that no route sends to any more is found by its whole name, where anything is kept of it.
 */
export async function findTarget(text: string, ports: OperatePorts): Promise<Known | Refused> {
  const known = await knownTargets(ports);
  const [first, ...others] = meant(text, known);
  if (first && others.length === 0) return first;
  if (first)
    return refuse("unclear-target", {
      zh: `“${text}”可以是 ${[first, ...others].length} 个会话，请写完整：${listNames([first, ...others])}`,
      en: `"${text}" may be ${[first, ...others].length} conversations; write the whole name: ${listNames([first, ...others])}`,
    });
  const named = readTarget(text);
  if (named && (await isKept(named, ports))) return { target: named, routes: [] };
  return refuse("unknown-target", {
    zh: `没有会话“${text}”；有 ${listNames(known)}`,
    en: `there is no conversation "${text}"; there are ${listNames(known)}`,
  });
}

function meant(text: string, known: readonly Known[]): readonly Known[] {
  const [, begin = text, end = ""] = /^(.+)…(.+)$/.exec(text) ?? [];
  const isWhole = ({ target }: Known) => targetName(target) === text || target.id === text;
  const isLike = ({ target }: Known) =>
    [targetName(target), target.id].some((name) => name.startsWith(begin) && name.endsWith(end));
  const whole = known.filter(isWhole);
  return whole.length > 0 ? whole : known.filter(isLike);
}

/** Whether anything is in its log, or anybody muted it or spoke there. */
async function isKept(target: Target, { store }: OperatePorts): Promise<boolean> {
  const [listed, { state }] = await Promise.all([store.listDeliveries(target, 1), store.readItem(target)]);
  return listed.length > 0 || Object.keys(state).length > 0;
}

/** So many names in a sentence are enough to see how they are written. */
const maxNames = 12;

function listNames(known: readonly Known[]): string {
  const names = known.slice(0, maxNames).map(({ target }) => targetName(target));
  return `${names.join(", ")}${known.length > maxNames ? ", …" : ""}` || "—";
}
