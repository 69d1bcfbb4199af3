import type { Due, Live, Log, Wake } from "../ports.ts";

/** What the sweep needs. */
export type SweepPorts = {
  readonly store: Due;
  readonly wake: Wake;
  readonly log: Log;
  /** Whether a gateway process is silent; undefined where none ever lived. Warns of one, and says when it is back. */
  readonly watchGateway?: (now: number) => Promise<boolean | undefined>;
  /** Does what the look at all that is pending does besides, once every target of it is woken. */
  readonly foretell?: (lives: readonly Live[], now: number) => Promise<void>;
};
