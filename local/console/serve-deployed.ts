import { randomBytes } from "node:crypto";
import { second } from "../../lib/base/time.ts";
import { composeStore } from "../../lib/compose/store.ts";
import { inBoth } from "../../lib/model/said.ts";
import { serveAdmin } from "../admin/door.ts";
import { operationMounts } from "../admin/operation-mounts.ts";
import { composePairing } from "../admin/pairing.ts";
import { pairingMounts } from "../admin/pairing-mounts.ts";
import { createSessions } from "../admin/sessions.ts";
import { statusMount } from "../admin/status-mount.ts";
import { type Deployed, wakeBySweep } from "../cli/deployed.ts";
import { listen } from "../doors/listen.ts";
import { answerJson, type Mount } from "../doors/mounts.ts";
import { composeOperate } from "../operate/operate-ports.ts";
import { deployedPlace } from "../operate/place.ts";
import type { Configuration } from "../run/read-configuration.ts";
import { later } from "./live/later.ts";
import { createLive } from "./live/live.ts";
import { liveMount } from "./live/live-mount.ts";
import { lookAtNewest } from "./live/look-at-newest.ts";
import { pageMounts } from "./page.ts";

export type DeployedConsole = {
  /** A link that opens it once, within ten minutes. */
  readonly link: () => string;
  readonly stop: () => void;
};

export type ServeOptions = {
  readonly configuration: Configuration;
  readonly deployed: Pick<Deployed, "name" | "table" | "use">;
  /** Of this machine's loopback; 0: any free one. */
  readonly port: number;
  /** The value of a secret, where it is known here. */
  readonly secretOf: (name: string) => string | undefined;
  /** Makes a link anew. */
  readonly command: string;
  /** Ms of the epoch. */
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
};

/** Each look costs a read for each delivery that it sees: only while somebody listens. */
const lookEvery = 5 * second;

/** The console of a deployed relay, on this machine's loopback alone: its table is in reach, by the user's own credentials. */
export async function serveDeployed(options: ServeOptions): Promise<DeployedConsole> {
  const { configuration, deployed, port, secretOf, command, now, onFault } = options;
  const { routes, settings } = configuration;
  const { name, table, use } = deployed;
  const store = composeStore({ table, settings });
  const place = { ...deployedPlace(name), secretOf };
  const setup = { routes, settings, table, wake: wakeBySweep(store, now) };
  const ports = composeOperate(setup, now, place);
  const live = createLive({
    look: (targets) => use(() => lookAtNewest(targets, ports)),
    later,
    now: () => performance.now(),
    every: lookEvery,
    onFault,
  });
  const onTable = [
    ...operationMounts(ports),
    ...pairingMounts(composePairing(routes, store, now)),
    statusMount({ gateway: place.gateway, store, now }),
  ];
  const mounts = [...onTable.map((mount) => explained(mount, use, onFault)), liveMount(live), ...pageMounts()];
  const sessions = createSessions(randomBytes(32).toString("hex"), now);
  const door = await listen(
    { host: "127.0.0.1", port, variable: "--port" },
    serveAdmin(sessions, () => mounts, onFault, command),
  );
  return {
    link: () => `${door.url}/?code=${sessions.createCode()}`,
    stop: () => {
      live.stop();
      door.close();
    },
  };
}

/** What AWS answers against it is told to the page as a sentence with the fix. */
const explained = (mount: Mount, use: Deployed["use"], onFault: (error: unknown) => void): Mount => ({
  ...mount,
  serve: async (request, response) => {
    try {
      await use(async () => mount.serve(request, response));
    } catch (error) {
      onFault(error);
      if (response.headersSent) response.destroy();
      else answerJson(response, 502, { error: "unreachable", message: toldOf(error) });
    }
  },
});

/** A sentence in both languages, a line each, as one. */
function toldOf(error: unknown): string {
  const [zh = "", en = zh] = (error instanceof Error ? error.message : String(error)).split("\n");
  return en === zh ? zh : inBoth(en, zh);
}
