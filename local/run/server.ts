import { setTimeout as sleep } from "node:timers/promises";
import { composeStore, type Setup } from "../../lib/compose/common.ts";
import { composeSweep } from "../../lib/compose/sweep.ts";
import { sweepHandler } from "../../lib/http/handler.ts";
import type { Table } from "../../lib/store/table.ts";
import { consolePage } from "../console/console-page.ts";
import { createContext } from "../lambda/context.ts";
import { serveDeliveries } from "./deliveries.ts";
import { createWake } from "../lambda/wake.ts";
import { mountEvents } from "./events-mount.ts";
import { listen } from "./listen.ts";
import { type Mount, serveMounts } from "./mounts.ts";
import { openSimulator } from "./open-simulator.ts";
import { openTable } from "./open-table.ts";
import { composePairing } from "./pairing.ts";
import { pairingMounts } from "./pairing-mounts.ts";
import { composeScenes } from "./scene-mounts.ts";

export type RelayOptions = Omit<Setup, "wake" | "table"> & {
  /** A table that is open already; without one it is opened, at `DYNAMODB_ENDPOINT` or embedded. */
  readonly table?: Table;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Folder of the embedded table; without one it is kept in memory. */
  readonly data?: string;
  /** Starts QQ's simulator there (0: any free port), and sends to it; without one, to what `env` says. */
  readonly simulatorPort?: number;
};

export type Running = {
  readonly url: string;
  readonly simulatorUrl: string | undefined;
  /** Resolves when no delivery runs or waits for its turn. */
  readonly idle: () => Promise<void>;
  /** What the schedule does each minute; `everything` also wakes every target with something pending. */
  readonly sweep: (everything?: boolean) => Promise<void>;
  /** Takes nothing more, lets what runs end, at most 10 s, and closes everything. */
  readonly stop: () => Promise<void>;
};

/** How long a stop waits for deliveries and requests under way. */
const patience = 10_000;

/** Oftener than in AWS, where each look costs money: here someone is watching. */
const sweepEvery = 10_000;

/** What is over goes in small batches, since each is one transaction. */
const maxExpired = 200;

/** The whole relay on loopback: the functions, their database, and unless QQ is elsewhere its simulator. */
export async function startRelay(options: RelayOptions): Promise<Running> {
  const onFault = (error: unknown): void =>
    options.log("error", "fault", { message: error instanceof Error ? error.message : String(error) });
  const closers: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    let mounts: readonly Mount[] = [];
    const server = await listen(
      options.port ?? 0,
      "PORT",
      serveMounts(() => mounts, onFault),
    );
    closers.push(server.close);

    const simulator =
      options.simulatorPort === undefined
        ? undefined
        : await openSimulator(options.simulatorPort, options.env, `${server.url}/events`);
    if (simulator) closers.push(simulator.stop);
    const now = () => (options.clock?.now() ?? new Date()).getTime();
    const env = simulator?.env ?? options.env;
    const opened = options.table
      ? undefined
      : await openTable(env, { data: options.data, newQq: simulator !== undefined, now });
    if (opened) closers.push(opened.close);
    const table = options.table ?? opened?.table;
    if (!table) throw new Error("a relay without a table");

    const { wake, idle, stop: stopWakes } = createWake((target) => scenes.deliver(target));
    const setup: Setup = { ...options, env, table, wake };
    const scenes = composeScenes(setup, onFault);
    const { sweep } = composeSweep(setup);
    const store = composeStore(setup);
    mounts = [
      ...scenes.mounts,
      mountEvents(setup, onFault),
      { path: "/_relay/deliveries", exact: true, inside: true, serve: (...http) => serveDeliveries(store, ...http) },
      ...pairingMounts(composePairing(options.routes, store, now)),
      {
        path: "/",
        exact: true,
        inside: true,
        serve: (_request, response) => {
          response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
          response.end(consolePage(options.routes, simulator?.url));
        },
      },
    ];
    const scheduled = sweepHandler(async () => {
      await sweep();
      await opened?.embedded?.expire(maxExpired);
    });
    const timer = setInterval(() => void scheduled({}, createContext("sweep", patience)).catch(onFault), sweepEvery);
    closers.push(async () => {
      clearInterval(timer);
      await Promise.race([Promise.all([server.drain(), stopWakes()]), sleep(patience, undefined, { ref: false })]);
    });
    await sweep(true);
    return { url: server.url, simulatorUrl: simulator?.url, idle, sweep, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
