import type { CommandResult } from "../../model/command-result.ts";
import type { Standing } from "../../model/standing.ts";
import { statusOf } from "../../policy/command/status.ts";
import { mutedUntil } from "../../policy/plan/muted.ts";
import { weigh } from "../../policy/plan/urgency.ts";
import type { CommandRunner } from "./command-context.ts";
import { boundRoutes, routesTo } from "./routes-to.ts";

export const help: CommandRunner<"help"> = async (_, { targets, ports: { store, routes } }) => {
  const all = await Promise.all(targets.map((target) => routesTo(target, routes, store)));
  return { kind: "help", routes: [...new Set(all.flat())] };
};

export const unclear: CommandRunner<"unclear"> = async () => ({ kind: "unclear" });

/** What is left to send with, what waits, and what is muted. */
export const status: CommandRunner<"status"> = async (_, { target, now, ports }) => {
  const { store, routes, limits } = ports;
  const [standing, inForce, counted, bound] = await Promise.all([
    store.load(target, now),
    limits.inForce(target, now),
    store.countCounted(target),
    boundRoutes(target, routes, store),
  ]);
  return { kind: "status", status: statusOf(standing, { counted, bound }, inForce, now) };
};

/** Any mention flushes what is held; asked for by name, the relay says so when there is nothing, or why nothing comes. */
export const digest: CommandRunner<"digest"> = async (_, { targets, now, ports: { store } }) => {
  for (const target of targets) {
    const standing = await store.load(target, now);
    if (standing.deliveries.length > 0) return heldBy(standing, now, () => store.countPending(target));
  }
  return { kind: "nothing-held", asked: "digest" };
};

/**
 * What holds all that waits, where the window of the command itself does not bring it: a mute, the one that ends first.
 * Retries wait for older permits only, so that they come by themselves.
 */
async function heldBy(
  { deliveries, state, isPart }: Standing,
  now: number,
  countAll: () => Promise<number>,
): Promise<CommandResult | undefined> {
  const { isCritical } = weigh(deliveries);
  const notices = deliveries.filter(({ answers }) => answers === undefined);
  const ends = notices.map((delivery) => mutedUntil(delivery, isCritical(delivery), state));
  const until = ends.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (until <= now || !Number.isFinite(until)) return undefined;
  const held = isPart ? await countAll() : notices.length;
  const [first, ...others] = new Set(notices.map(({ route }) => route));
  const isByRoute = Math.max(state.mutedUntil ?? 0, state.hushedUntil ?? 0) <= now && others.length === 0;
  return { kind: "held-by-mute", until, held, ...(isByRoute && first !== undefined && { route: first }) };
}
