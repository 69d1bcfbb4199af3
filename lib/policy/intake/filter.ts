import { callConfigured, type FunctionFault } from "../../base/call-configured.ts";
import type { Route, RouteEvent } from "../../model/route.ts";
import { fitsGlob } from "./glob.ts";

/** What of a route may stop an event. */
export type Filters = Pick<Route, "only" | "except" | "branches" | "ignoreBots" | "filter">;

/** Which of a route's filters stopped an event. */
export type Stopped = "only" | "except" | "branch" | "bot" | "filter";

/**
 * Whether a route wants an event, or which of its filters says no. One that its own `filter` cannot judge passes, with the
 * fault: a notice too many can be told apart from one that is lost.
 */
export function passes(route: Filters, event: RouteEvent): "passes" | Stopped | FunctionFault {
  if (route.only && !isNamed(route.only, event)) return "only";
  if (route.except && isNamed(route.except, event)) return "except";
  if (route.branches && event.branch !== undefined && !fitsBranches(route.branches, event.branch)) return "branch";
  if (route.ignoreBots === true && event.bot) return "bot";
  return route.filter ? judge(route.filter, event) : "passes";
}

function judge(filter: NonNullable<Route["filter"]>, event: RouteEvent): "passes" | "filter" | FunctionFault {
  const called = callConfigured<unknown>(() => filter(event));
  if (called.kind === "fault") return called;
  if (typeof called.answer !== "boolean") return { kind: "fault", reason: "it answered neither true nor false" };
  return called.answer ? "passes" : "filter";
}

/** Whether a route's lists let an event pass, whatever else of it may be filtered. */
export const hears = ({ only, except }: Filters, event: Pick<RouteEvent, "event" | "action">): boolean =>
  (only === undefined || isNamed(only, event)) && !(except && isNamed(except, event));

/** Whether a list of events names one, as a whole or with its action. */
export const isNamed = (listed: readonly string[], { event, action }: Pick<RouteEvent, "event" | "action">): boolean =>
  listed.includes(event) || (action !== undefined && listed.includes(`${event}.${action}`));

/** A branch fits when no `!` pattern names it and, where there are others, one of them does. The order is of no matter. */
function fitsBranches(patterns: readonly string[], branch: string): boolean {
  const unwanted = patterns.filter((pattern) => pattern.startsWith("!"));
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  return (
    !unwanted.some((pattern) => fitsGlob(pattern.slice(1), branch)) &&
    (wanted.length === 0 || wanted.some((pattern) => fitsGlob(pattern, branch)))
  );
}
