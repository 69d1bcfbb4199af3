import { statusOf } from "../policy/status.ts";
import type { Obey } from "./command-context.ts";
import { boundRoutes } from "./routes-to.ts";

/** Notices that one page names: what a phone shows without scrolling far. */
const pageSize = 10;

export const help: Obey<"help"> = async () => ({ kind: "help" });

/** What is left to send with, what waits, and what is muted. */
export const status: Obey<"status"> = async (_, { target, now, line }) => {
  const { store, routes, limitsOf, settings } = line;
  const [standing, counted, bound] = await Promise.all([
    store.load(target),
    store.countPage(target),
    boundRoutes(target, routes, store),
  ]);
  const limits = limitsOf(target.scene);
  return { kind: "status", status: statusOf(standing, { counted, bound }, limits, settings.timeZone, now) };
};

/** Any mention flushes what is held; asked for by name, the relay says so when there is nothing, or why nothing comes. */
export const digest: Obey<"digest"> = async (_, { targets, now, line }) => {
  for (const target of targets) {
    const { deliveries, state } = await line.store.load(target);
    if (deliveries.length === 0) continue;
    return (state.mutedUntil ?? 0) > now ? { kind: "muted", until: state.mutedUntil ?? now } : undefined;
  }
  return { kind: "nothing-held", asked: "digest" };
};

/** The next of those that the last digest only counted. */
export const more: Obey<"more"> = async (_, { targets, line }) => {
  for (const target of targets) {
    const { deliveries, left } = await line.store.takePage(target, pageSize);
    if (deliveries.length > 0) return { kind: "page", notices: deliveries.map((delivery) => delivery.notice), left };
  }
  return { kind: "nothing-held", asked: "more" };
};
