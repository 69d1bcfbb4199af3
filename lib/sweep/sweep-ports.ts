import type { Due, Live, Log, Wake } from "../ports.ts";

/** What the sweep needs. */
export type SweepPorts = {
  readonly store: Due;
  readonly wake: Wake;
  readonly log: Log;
  /** Does what the look at all that is pending does besides, once every target of it is woken. */
  readonly foretell?: (lives: readonly Live[], now: number) => Promise<void>;
};
