import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Setup } from "../../lib/compose/common.ts";
import { composeStore } from "../../lib/compose/store.ts";
import { readBases } from "../../lib/compose/bases.ts";
import { composeEvents } from "../../lib/compose/events.ts";
import { composeListing } from "../../lib/compose/listing.ts";
import { composeSweep } from "../../lib/compose/sweep.ts";
import { sweepHandler } from "../../lib/http/handler.ts";
import type { Gateway } from "../../lib/gateway/gateway.ts";
import type { GatewayStatus } from "../../lib/model/gateway-status.ts";
import { defaultSettings } from "../../lib/model/settings.ts";
import { loadMarkup } from "../../lib/sources/markup/reading.ts";
import { sourcesOf } from "../../lib/sources/of-route.ts";
import type { SqliteTable } from "../../lib/store/sqlite/table.ts";
import type { Table } from "../../lib/store/table.ts";
import { serveDeliveries } from "../admin/deliveries.ts";
import { doctorMount } from "../admin/doctor-mount.ts";
import { serveAdmin } from "../admin/door.ts";
import { replayMount } from "../admin/replay-mount.ts";
import { statusMount } from "../admin/status-mount.ts";
import { operateMounts } from "../admin/operate-mounts.ts";
import { operationMounts } from "../admin/operation-mounts.ts";
import { composePairing } from "../admin/pairing.ts";
import { pairingMounts } from "../admin/pairing-mounts.ts";
import { createSessions, type Sessions } from "../admin/sessions.ts";
import { createLive, type Live } from "../console/live/live.ts";
import { liveMount } from "../console/live/live-mount.ts";
import { later } from "../console/live/later.ts";
import { lookAtNewest } from "../console/live/look-at-newest.ts";
import { watchTable } from "../console/live/watch-table.ts";
import { pageMounts } from "../console/page.ts";
import { readRecord, recordGateway } from "../doctor/relay-record.ts";
import { listen } from "../doors/listen.ts";
import { type Mount, serveMounts } from "../doors/mounts.ts";
import { composeOperate, type OperatePorts } from "../operate/operate-ports.ts";
import { createContext } from "../lambda/context.ts";
import { createWake } from "../lambda/wake.ts";
import { mountEvents } from "./events-mount.ts";
import { openGateway } from "./open-gateway.ts";
import { openSimulator } from "./open-simulator.ts";
import { explainFault, type OpenTable, openTable, tableFile } from "./open-table.ts";
import { showBases } from "./show-bases.ts";
import { composeScenes } from "./scene-mounts.ts";

/** Port 0, the default, takes any free one; the host is loopback where nothing is said. */
type DoorOptions = { readonly host?: string; readonly port?: number };

export type RelayOptions = Omit<Setup, "wake" | "wokenMeanwhile" | "table"> & {
  /** A table that is open already; without one it is opened, at `DYNAMODB_ENDPOINT` or embedded. */
  readonly table?: Table;
  /** Folder of the embedded table; without one it is kept in memory. */
  readonly data?: string;
  /** For senders and QQ. */
  readonly door?: DoorOptions;
  /** For operators, who show the token; without one nobody can. */
  readonly admin?: DoorOptions & { readonly token?: string };
  /** Starts QQ's simulator there (0: any free port), and sends to it; without one, to what `env` says. */
  readonly simulatorPort?: number;
  /** Told when the embedded table's disk failed: nothing can be kept any more until the process starts anew. */
  readonly onBroken?: (fault: unknown) => void;
};

export type Running = {
  readonly url: string;
  readonly adminUrl: string;
  /** The console's address with a one-time code. */
  readonly consoleUrl: () => string;
  readonly simulatorUrl: string | undefined;
  /** Which rules count the pushes of each kind of conversation by now, a line each. */
  readonly limits: () => Promise<readonly string[]>;
  /** How the connection to QQ's gateway is; undefined where events come by callback. */
  readonly gateway: () => GatewayStatus | undefined;
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

const loopback = "127.0.0.1";

/** The whole relay: the functions, their table, a door for senders and one for operators, and unless QQ is elsewhere its simulator. */
export async function startRelay(options: RelayOptions): Promise<Running> {
  const onFault = (error: unknown): void =>
    options.log("error", "fault", { message: error instanceof Error ? error.message : String(error) });
  const now = () => (options.clock?.now() ?? new Date()).getTime();
  const closers: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const { door = {}, admin = {} } = options;
    const sessions = createSessions(admin.token ?? randomBytes(32).toString("hex"), now);
    let mounts: Mounts | undefined;
    const outside = await listen(
      { host: loopback, port: 0, ...door, variable: "PORT" },
      serveMounts(() => mounts?.outside, onFault),
    );
    closers.push(outside.close);
    const inside = await listen(
      { host: loopback, port: 0, ...admin, variable: "ADMIN_PORT" },
      serveAdmin(sessions, () => mounts?.inside, onFault),
    );
    closers.push(inside.close);

    const byGateway = options.settings.events === "gateway";
    const simulator =
      options.simulatorPort === undefined
        ? undefined
        : await openSimulator({
            port: options.simulatorPort,
            env: options.env,
            eventsUrl: byGateway ? undefined : `${outside.url}/events`,
            now: options.clock?.now,
          });
    if (simulator) closers.push(simulator.stop);
    const env = simulator?.env ?? options.env;
    const opened = await openOrTake(options, env, simulator !== undefined, now);
    closers.push(opened.close);

    // Now, so that files which change while it runs (an upgrade) are not met halfway.
    await Promise.all([
      loadMarkup(),
      ...Object.values(options.routes)
        .flatMap(sourcesOf)
        .map((source) => source.load()),
    ]);
    const { wake, takeWaiting, idle, stop: stopWakes } = createWake((target) => scenes.deliver(target));
    const live = createLive({
      look: (targets) => lookAtNewest(targets, operating),
      later,
      now: performance.now.bind(performance),
      onFault,
    });
    const table = watchTable(opened.table, live.touch);
    const setup: Setup = { ...options, env, table, wake, wokenMeanwhile: takeWaiting };
    const scenes = composeScenes(setup, onFault);
    const events = composeEvents(setup);
    const { sweep } = composeSweep(setup);
    const { timeZone } = { ...defaultSettings, ...options.settings };
    let gateway: Gateway | undefined;
    const gatewayStatus = () => gateway?.status();
    const limits = async () => showBases(await readBases(setup, composeStore(setup), now()), timeZone, now());
    const operating = composeOperate(setup, now, {
      mode: "embedded",
      url: outside.url,
      adminUrl: inside.url,
      ...(simulator && { simulatorUrl: simulator.url }),
      gateway: gatewayStatus,
      secretOf: (name) => env[name],
    });
    mounts = {
      outside: [...scenes.mounts, mountEvents(events, onFault), ...scenes.root],
      inside: mountAdmin(setup, {
        sessions,
        embedded: opened.embedded,
        operating,
        live,
      }),
    };
    const scheduled = sweepHandler(async () => {
      await sweep();
      await opened.embedded?.expire(maxExpired);
    });
    const timer = setInterval(() => void scheduled({}, createContext("sweep", patience)).catch(onFault), sweepEvery);
    closers.push(async () => {
      clearInterval(timer);
      live.stop();
      const ended = Promise.all([outside.drain(), inside.drain(), stopWakes()]);
      await Promise.race([ended, sleep(patience, undefined, { ref: false })]);
    });
    await sweep(true);
    if (byGateway) {
      gateway = await openGateway(setup, { data: options.data, events });
      closers.push(gateway.stop);
      gateway.start();
    }
    return {
      url: outside.url,
      adminUrl: inside.url,
      consoleUrl: () => `${inside.url}/?code=${sessions.createCode()}`,
      simulatorUrl: simulator?.url,
      limits,
      gateway: gatewayStatus,
      idle,
      sweep,
      stop,
    };
  } catch (error) {
    await stop();
    throw options.data === undefined ? error : explainFault(tableFile(options.data), error);
  }
}

type Mounts = { readonly outside: readonly Mount[]; readonly inside: readonly Mount[] };

const openOrTake = async (
  { table, data, onBroken }: RelayOptions,
  env: Setup["env"],
  newQq: boolean,
  now: () => number,
): Promise<OpenTable> =>
  table
    ? { table, embedded: undefined, close: () => Promise.resolve() }
    : openTable(env, { data, newQq, now, onBroken });

type Admin = {
  readonly sessions: Sessions;
  readonly embedded: SqliteTable | undefined;
  readonly operating: OperatePorts;
  readonly live: Live;
};

function mountAdmin(setup: Setup, { sessions, embedded, operating, live }: Admin): readonly Mount[] {
  const { store, now, place } = operating;
  const { gateway, simulatorUrl } = place;
  const listed = composeListing(setup, store, now);
  const since = now();
  return [
    { path: "/_relay/deliveries", exact: true, serve: (...http) => serveDeliveries(listed, ...http) },
    ...pairingMounts(composePairing(setup.routes, store, now)),
    ...operateMounts(sessions, embedded),
    replayMount(operating),
    statusMount({ gateway, store, now }),
    ...operationMounts(operating),
    liveMount(live),
    doctorMount(async () => {
      const status = gateway();
      const run = { since, events: status ? "gateway" : "callback", simulated: simulatorUrl !== undefined } as const;
      return {
        ...(await readRecord({ ...setup, store, now: now() })),
        run: { ...run, ...(status && { gateway: recordGateway(status) }) },
      };
    }),
    ...pageMounts(),
  ];
}
