import { composeCommon, type Setup } from "./compose-common.ts";
import { lookAt, sweep } from "./sweep.ts";

/** Wires the sweep. `everything` also kicks every target with something pending, as at the start of a local run. */
export function composeSweep(setup: Setup): { readonly sweep: (everything?: boolean) => Promise<void> } {
  const { store, kick, log, now } = composeCommon(setup);
  return {
    sweep: async (everything = false) => {
      await sweep(everything ? "all" : lookAt(now()), now(), { store, kick, log });
    },
  };
}
