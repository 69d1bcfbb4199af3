import { composeCommon, type Setup } from "./common.ts";
import { createStore } from "../store/store.ts";
import { composeAllPlanRules } from "./plan-rules.ts";
import { hour, second } from "../base/time.ts";
import type { Live } from "../ports.ts";
import { createLimitsReader } from "../outbox/limits-reader.ts";
import { limitWake } from "../send/limit-wake.ts";
import { foretell } from "../sweep/foretell.ts";
import { createGatewayWatch } from "../sweep/watch-gateway.ts";
import type { SweepPorts } from "../sweep/sweep-ports.ts";
import { scopeAt, sweep } from "../sweep/sweep.ts";

/** A wake-up that takes longer (ms) is given up: the sweep has a minute for thousands. */
const maxWakeMs = 5 * second;

/** Wires the sweep. `everything` also wakes every target with something pending, as at the start of a local run. */
export function composeSweep(setup: Setup): { readonly sweep: (everything?: boolean) => Promise<void> } {
  const { store, wake: wakeFreely, log, now, routes, settings } = composeCommon(setup, createStore);
  const wake = limitWake(wakeFreely, maxWakeMs);
  const foretellNow = (lives: readonly Live[], at: number): Promise<void> => {
    const rules = composeAllPlanRules(routes, settings);
    const limits = createLimitsReader({ settings, routes, store });
    return foretell(lives, at, { store, wake, log, routes, settings, rules, limits });
  };
  const watchGateway = createGatewayWatch({ store, wake, log, routes, settings });
  const ports: SweepPorts = { store, wake, log, watchGateway, foretell: onceAnHour(foretellNow) };
  return {
    sweep: async (everything = false) => {
      await sweep(everything ? "all" : scopeAt(now()), now(), ports);
    },
  };
}

/** The embedded run looks at all that is pending several times in the first minute of each hour: one forecast will do. */
function onceAnHour(work: NonNullable<SweepPorts["foretell"]>): NonNullable<SweepPorts["foretell"]> {
  let last = Number.NaN;
  return async (lives, now) => {
    const current = Math.floor(now / hour);
    if (current === last) return;
    last = current;
    await work(lives, now);
  };
}
