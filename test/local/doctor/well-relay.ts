import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Routes } from "../../../lib/model/route.ts";
import type { Settings } from "../../../lib/model/settings.ts";
import type { Store } from "../../../lib/ports.ts";
import { createStore } from "../../../lib/store/store.ts";
import type { Table } from "../../../lib/store/table.ts";
import { makeAdminToken } from "../../../local/admin/admin-token.ts";
import { runDoctor } from "../../../local/cli/doctor-command.ts";
import { Diagnosis } from "../../../local/doctor/finding.ts";
import { type Ask, askByFetch } from "../../../local/doctor/gather/ask.ts";
import { edges } from "../../../local/doctor/gather/edges.ts";
import type { Edges } from "../../../local/doctor/gather/gather.ts";
import { startRelay } from "../../../local/run/server.ts";
import { startSimulator } from "../../../simulator/server.ts";
import { startEngine } from "../../support/engines.ts";

export const bot = { QQ_APP_ID: "102000001", QQ_APP_SECRET: "a-secret-of-the-bots" } as const;
const secrets = { DiskSecret: "0123456789abcdef", CodeSecret: "fedcba9876543210" } as const;

export const routes = {
  disk: { scene: "c2c", source: "generic", secret: "DiskSecret", to: ["U1"] },
  code: { scene: "group", source: "generic", secret: "CodeSecret", to: ["G1"] },
} as const satisfies Routes;

export const publicUrl = "https://relay.example.com/events";

/** What is changed for one look. */
export type Change = {
  readonly routes?: object;
  readonly settings?: object;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly edges?: Partial<Edges>;
};

export type WellRelay = {
  readonly doctor: (change?: Change) => Promise<Diagnosis & { readonly exitCode: number }>;
  /** Changes how the simulator, which stands for QQ, behaves. */
  readonly simulate: (settings: object) => Promise<void>;
  /** An `ask` by which the public address leads to another. */
  readonly publicAt: (url: string) => Ask;
  readonly table: Table;
  readonly store: Store;
  readonly stop: () => Promise<void>;
};

/** A whole relay with a bot of its own at a QQ elsewhere, events by callback, and nothing wrong: every route was posted to, and people spoke. */
export async function startWellRelay(settings: Partial<Settings> = {}): Promise<WellRelay> {
  const folder = mkdtempSync(join(tmpdir(), "doctor-"));
  const write = (name: string, exported: object): string => {
    const file = join(folder, name);
    writeFileSync(file, `export const ${name.split(".")[0]} = ${JSON.stringify(exported)};`);
    return file;
  };
  const engine = await startEngine();
  engine.setClock(Date.now);
  const simulator = await startSimulator({ port: 0, appId: bot.QQ_APP_ID, appSecret: bot.QQ_APP_SECRET });
  const qq = { ...bot, QQ_API_BASE: simulator.url, QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken` };
  const relay = await startRelay({
    routes,
    settings: { ...settings, events: "callback" },
    env: { ...qq, ...secrets },
    table: engine.table,
    admin: { token: makeAdminToken(folder) },
    log: () => undefined,
  });
  simulator.setEventsUrl(`${relay.url}/events`);
  const post = (url: string, body: object, headers = {}): Promise<Response> =>
    fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const simulate = async (path: string, body: object): Promise<void> => {
    await post(`${simulator.url}/_sim/${path}`, body);
  };
  for (const { scene, secret } of Object.values(routes))
    await post(
      `${relay.url}/${scene}/${scene === "c2c" ? "disk" : "code"}`,
      { title: "一切正常" },
      {
        authorization: `Bearer ${secrets[secret]}`,
      },
    );
  await relay.idle();
  await simulate("say", { scene: "c2c", target: "U1", text: "在吗" });
  await relay.idle();

  const publicAt =
    (url: string): Ask =>
    (asked, init) =>
      askByFetch(asked === publicUrl ? url : asked, init);
  const files = { routes: write("routes.mjs", routes), settings: write("settings.mjs", settings) };
  const env = { ...qq, ...secrets, RELAY_DATA: folder, ADMIN_PORT: new URL(relay.adminUrl).port };
  return {
    doctor: async (change = {}) => {
      const { text, exitCode } = await runDoctor(
        {
          ...files,
          ...(change.routes && { routes: write("routes.other.mjs", change.routes) }),
          ...(change.settings && { settings: write("settings.other.mjs", change.settings) }),
          json: true,
        },
        { ...env, RELAY_CALLBACK_URL: publicUrl, ...change.env },
        { ...edges, ask: publicAt(`${relay.url}/events`), ...change.edges },
      );
      return { ...Diagnosis.parse(JSON.parse(text)), exitCode };
    },
    simulate: (of) => simulate("settings", of),
    publicAt,
    table: engine.table,
    store: createStore(engine.table, 30),
    stop: async () => {
      await relay.stop();
      await simulator.stop();
      await engine.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
