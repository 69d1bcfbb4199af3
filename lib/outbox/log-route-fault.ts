import type { Log } from "../ports.ts";

/** A function of a route's that was of no use, and why: the relay went on without it. */
export type RouteFault = {
  readonly route: string;
  readonly function: "filter" | "map" | "ark" | "template";
  readonly reason: string;
};

/** Tells the log, so that a fault of the user's own code is neither silent nor the sender's trouble. */
export const logRouteFault = (fault: RouteFault, log: Log): void => log("warn", "route-fault", fault);
