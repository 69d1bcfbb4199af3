import { setTimeout as wait } from "node:timers/promises";
import { composeWake } from "./wake.ts";
import { composeLog } from "./log.ts";
import { type Env, readTableConfig } from "./env.ts";
import type { Routes } from "../model/route.ts";
import { defaultSettings, type Settings } from "../model/settings.ts";
import type { Clock, Wake, Log, Store } from "../ports.ts";
import { connect } from "../store/client.ts";
import { createStore } from "../store/store.ts";

/** What a process is made of: the user's files, its environment, and what a test or the local run puts in place. */
export type Setup = {
  readonly routes: Routes;
  readonly settings: Partial<Settings>;
  readonly env: Env;
  readonly wake?: Wake;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly log?: Log;
  /** Addresses of a host, for pictures: DNS where nothing is said. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
};

const systemClock: Clock = { now: () => new Date(), wait: (ms) => wait(ms) };

/** What every function has in common. */
export type Common = {
  readonly routes: Routes;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  /** Ms of the epoch. */
  readonly now: () => number;
  readonly wake: Wake;
  readonly store: Store;
};

export function composeCommon(setup: Setup): Common {
  const { routes, env, clock = systemClock } = setup;
  const now = () => clock.now().getTime();
  return {
    routes,
    settings: { ...defaultSettings, ...setup.settings },
    clock,
    log: setup.log ?? composeLog(env, clock.now),
    now,
    wake: setup.wake ?? composeWake(env, now),
    store: composeStore(setup),
  };
}

/** The store of the configured table. */
export function composeStore({ env, settings }: Pick<Setup, "env" | "settings">): Store {
  const { name, endpoint } = readTableConfig(env);
  const client = connect(endpoint, env["AWS_ACCESS_KEY_ID"] !== undefined);
  return createStore(client, name, settings.retentionDays ?? defaultSettings.retentionDays);
}
