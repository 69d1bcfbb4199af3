import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createStore } from "../../../lib/store/store.ts";
import { delivery } from "../../support/build.ts";
import { startDynamo } from "../../support/engines.ts";
import { runLocal, untilReady } from "../child.ts";

/** A relay that commands are tried on: how they are told where it is, and a way to have one delivery fail for good. */
export type Mode = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly routes: string;
  /** What is told to U2 fails, and its id is the answer. */
  readonly fail: () => Promise<string>;
  /** G7 is paired with the route `later`, by a code. */
  readonly pair: (code: string) => Promise<void>;
  /** Someone speaks at U1, now. */
  readonly speak: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const routes = {
  disk: { scene: "c2c", source: "generic", secret: "DiskSecret", to: ["U1"], policy: { proactive: "always" } },
  code: { scene: "group", source: "github", secret: "CodeSecret", to: ["G1"], form: "markdown" },
  lost: { scene: "c2c", source: "generic", open: true, to: ["U2"] },
  later: { scene: "group", source: "generic", open: true, to: "bound" },
} as const;

const settings = { limits: { override: { c2c: { proactive: 3 } } } };

function writeFiles(folder: string): { readonly routes: string; readonly settings: string } {
  const files = { routes: join(folder, "routes.mjs"), settings: join(folder, "settings.mjs") };
  writeFileSync(files.routes, `export const routes = ${JSON.stringify(routes)};`);
  writeFileSync(files.settings, `export const settings = ${JSON.stringify(settings)};`);
  return files;
}

/** A whole embedded run in a process of its own, with the simulator. */
async function startEmbedded(): Promise<Mode> {
  const folder = mkdtempSync(join(tmpdir(), "embedded-"));
  const files = writeFiles(folder);
  const named = { RELAY_ROUTES: files.routes, RELAY_SETTINGS: files.settings, RELAY_DATA: join(folder, "data") };
  const relay = runLocal("run/start.mjs", ["--no-sample"], { ...named, PORT: "0", SIM_PORT: "0" });
  await untilReady(relay);
  const simulate = async (path: string, body: object): Promise<void> => {
    await fetch(`${relay.simulatorUrl()}/_sim/${path}`, { method: "POST", body: JSON.stringify(body) });
  };
  return {
    args: [],
    env: {
      ...named,
      PORT: new URL(relay.url()).port,
      ADMIN_PORT: new URL(relay.adminUrl()).port,
      INIT_CWD: folder,
    },
    routes: files.routes,
    fail: async () => {
      await simulate("faults", { times: 1, code: 40_034_006, match: "U2" });
      const answer = await fetch(`${relay.url()}/c2c/lost`, {
        method: "POST",
        headers: { prefer: "wait=10" },
        body: JSON.stringify({ title: "丢了" }),
      });
      const { deliveries } = (await answer.json()) as { readonly deliveries: readonly { readonly id: string }[] };
      return deliveries[0]?.id ?? "";
    },
    pair: (code) => simulate("say", { scene: "group", target: "G7", text: `/bind ${code}` }),
    speak: () => simulate("say", { scene: "c2c", target: "U1", text: "在吗" }),
    stop: async () => {
      relay.process.kill("SIGTERM");
      await relay.exit;
      rmSync(folder, { recursive: true });
    },
  };
}

/** A deployed table alone: no relay of it runs here. */
async function startDeployed(): Promise<Mode> {
  const folder = mkdtempSync(join(tmpdir(), "deployed-"));
  const files = writeFiles(folder);
  const engine = await startDynamo();
  engine.setClock(Date.now);
  const store = createStore(engine.table, 30);
  const { endpoint, name } = engine.dynamo;
  return {
    args: ["--table", name],
    env: { DYNAMODB_ENDPOINT: endpoint, RELAY_ROUTES: files.routes, RELAY_SETTINGS: files.settings, INIT_CWD: folder },
    routes: files.routes,
    fail: async () => {
      const target = { scene: "c2c", id: "U2" } as const;
      const failed = delivery({ id: "lost#failed", route: "lost", target, arrivedAt: Date.now() });
      await store.enlist(failed);
      await store.settle(target, [{ id: failed.id, state: "failed", attempts: 1 }], Date.now());
      return failed.id;
    },
    pair: async () => void (await store.bind("later", { scene: "group", id: "G7" }, Date.now())),
    speak: async () => {
      const openedAt = Date.now();
      const window = { anchor: { kind: "msg", id: "M1" }, openedAt, closesAt: openedAt + 60_000, times: 5 } as const;
      await store.openWindow({ scene: "c2c", id: "U1" }, { ...window, spokeAt: openedAt, chattedAt: openedAt });
      await store.noteHeard({ scene: "c2c", target: "U1", user: "U1", at: openedAt });
    },
    stop: async () => {
      await engine.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

export const modes = { "the embedded run": startEmbedded, "a deployed table": startDeployed } as const;
