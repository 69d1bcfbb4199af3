import { composeCommon, type Setup } from "./common.ts";
import { scopeAt, sweep } from "../sweep/sweep.ts";

/** Wires the sweep. `everything` also wakes every target with something pending, as at the start of a local run. */
export function composeSweep(setup: Setup): { readonly sweep: (everything?: boolean) => Promise<void> } {
  const { store, wake, log, now } = composeCommon(setup);
  return {
    sweep: async (everything = false) => {
      await sweep(everything ? "all" : scopeAt(now()), now(), { store, wake, log });
    },
  };
}
