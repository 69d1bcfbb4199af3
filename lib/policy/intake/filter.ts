import type { Route, RouteEvent } from "../../model/route.ts";
import { fitsGlob } from "./glob.ts";

/** Which of a route's filters stopped an event. */
export type Stopped = "only" | "except" | "branch" | "bot" | "filter";

/** Whether a route wants an event, or which of its filters says no. What the route's own `filter` throws is our fault. */
export function passes(route: Route, event: RouteEvent): "passes" | Stopped {
  if (route.only && !names(route.only, event)) return "only";
  if (route.except && names(route.except, event)) return "except";
  if (route.branches && event.branch !== undefined && !fitsBranches(route.branches, event.branch)) return "branch";
  if (route.ignoreBots === true && event.bot) return "bot";
  return route.filter && !isWanted(route.filter(event)) ? "filter" : "passes";
}

/** A promise would pass everything, and silently. */
function isWanted(answer: unknown): boolean {
  if (typeof answer !== "boolean") throw new TypeError("a route's filter must answer true or false, and not async");
  return answer;
}

const names = (listed: readonly string[], { event, action }: RouteEvent): boolean =>
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
