import type { CommandResult } from "../../model/command-result.ts";
import type { Standing } from "../../model/standing.ts";
import { quotaZoneOf } from "../../policy/quota/resolve-limits.ts";
import { statusOf } from "../../policy/command/status.ts";
import type { CommandRunner } from "./command-context.ts";
import { boundRoutes } from "./routes-to.ts";

export const help: CommandRunner<"help"> = async () => ({ kind: "help" });

/** What is left to send with, what waits, and what is muted. */
export const status: CommandRunner<"status"> = async (_, { target, now, ports }) => {
  const { store, routes, limitsOf, settings } = ports;
  const [standing, counted, bound] = await Promise.all([
    store.load(target, now),
    store.countCounted(target),
    boundRoutes(target, routes, store),
  ]);
  const limits = limitsOf(target.scene);
  return { kind: "status", status: statusOf(standing, { counted, bound }, limits, quotaZoneOf(settings), now) };
};

/** Any mention flushes what is held; asked for by name, the relay says so when there is nothing, or why nothing comes. */
export const digest: CommandRunner<"digest"> = async (_, { targets, now, ports }) => {
  for (const target of targets) {
    const standing = await ports.store.load(target, now);
    if (standing.deliveries.length > 0) return heldBy(standing, now);
  }
  return { kind: "nothing-held", asked: "digest" };
};

/**
 * What holds all that waits, where the window of the command itself does not bring it: a mute, the one that ends first.
 * Retries wait for older permits only, so that they come by themselves.
 */
function heldBy({ deliveries, state }: Standing, now: number): CommandResult | undefined {
  const { mutedUntil = 0, mutes = {} } = state;
  if (mutedUntil > now) return { kind: "muted", until: mutedUntil };
  const ends = deliveries.map(({ route, answers }) => ({ route, until: answers ? 0 : (mutes[route] ?? 0) }));
  if (ends.some(({ until }) => until <= now)) return undefined;
  const [first] = ends.toSorted((a, b) => a.until - b.until);
  return first && { kind: "muted", ...first };
}
