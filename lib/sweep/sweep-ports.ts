import type { Due, Log, Wake } from "../ports.ts";

/** What the sweep needs. */
export type SweepPorts = {
  readonly store: Due;
  readonly wake: Wake;
  readonly log: Log;
};
