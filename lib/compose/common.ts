import { setTimeout as wait } from "node:timers/promises";
import type { Routes } from "../model/route.ts";
import { defaultSettings, type Settings } from "../model/settings.ts";
import type { Target } from "../model/target.ts";
import type { Clock, Log, SceneStore, Wake } from "../ports.ts";
import type { Get } from "../sns/get.ts";
import type { Table } from "../store/table.ts";
import type { Env } from "./env.ts";

/** What a process is made of: the user's files, its environment, its table, and how it wakes and logs. */
export type Setup = {
  readonly routes: Routes;
  readonly settings: Partial<Settings>;
  readonly env: Env;
  readonly table: Table;
  readonly wake: Wake;
  /** Where a wake-up during a pass waits for its end: takes one that does. Elsewhere it leaves word in the table. */
  readonly wokenMeanwhile?: (target: Target) => boolean;
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** Addresses of a host, for pictures: DNS where nothing is said. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
  /** How SNS's certificates are fetched and subscriptions confirmed: by https where nothing is said. */
  readonly getFromAws?: Get;
};

export const systemClock: Clock = { now: () => new Date(), wait: (ms) => wait(ms) };

/** What every function has in common. */
export type Common<Kept extends SceneStore = SceneStore> = {
  readonly routes: Routes;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  /** Ms of the epoch. */
  readonly now: () => number;
  readonly wake: Wake;
  readonly store: Kept;
};

/** `create`: a scene needs less of the table than other functions. */
export function composeCommon<Kept extends SceneStore>(
  setup: Setup,
  create: (table: Table, retentionDays: number) => Kept,
): Common<Kept> {
  const { routes, log, wake, clock = systemClock } = setup;
  return {
    routes,
    settings: { ...defaultSettings, ...setup.settings },
    clock,
    log,
    now: () => clock.now().getTime(),
    wake,
    store: create(setup.table, retentionOf(setup)),
  };
}

/** Days that a finished delivery stays in the log. */
export const retentionOf = ({ settings }: Pick<Setup, "settings">): number =>
  settings.retentionDays ?? defaultSettings.retentionDays;
