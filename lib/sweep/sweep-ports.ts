import type { Wake, Log, Store } from "../ports.ts";

/** What the sweep needs. */
export type SweepPorts = {
  readonly store: Pick<Store, "due" | "live">;
  readonly wake: Wake;
  readonly log: Log;
};
