import { composeCommon, type Setup } from "./common.ts";
import { second } from "../base/time.ts";
import { limitWake } from "../send/limit-wake.ts";
import { scopeAt, sweep } from "../sweep/sweep.ts";

/** A wake-up that takes longer (ms) is given up: the sweep has a minute for thousands. */
const maxWakeMs = 5 * second;

/** Wires the sweep. `everything` also wakes every target with something pending, as at the start of a local run. */
export function composeSweep(setup: Setup): { readonly sweep: (everything?: boolean) => Promise<void> } {
  const { store, wake, log, now } = composeCommon(setup);
  return {
    sweep: async (everything = false) => {
      await sweep(everything ? "all" : scopeAt(now()), now(), { store, wake: limitWake(wake, maxWakeMs), log });
    },
  };
}
