import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Routes } from "../../lib/model/route.ts";
import type { Settings } from "../../lib/model/settings.ts";
import type { Target } from "../../lib/model/target.ts";
import { createStore } from "../../lib/store/store.ts";
import { openTable } from "../../local/run/open-table.ts";
import { startSimulator } from "../../simulator/server.ts";
import { type Child, runLocal, untilReady } from "../local/child.ts";
import type { Attempt } from "./rig.ts";

const bot = { appId: "app", appSecret: "secret-of-the-bot" };

/** A relay that runs as people run it, in a process of its own that can be killed; QQ's simulator outlives it. */
export type CrashRig = {
  /** The relay's data folder. */
  readonly folder: string;
  /** Starts the relay on the folder that the last one left. */
  readonly start: () => Promise<Child>;
  /** Someone speaks while no relay runs: the simulator knows the windows, and so does the folder. */
  readonly openWindows: (target: Target, count: number) => Promise<void>;
  readonly sim: (path: string, body: unknown) => Promise<{ readonly msg_id?: string }>;
  readonly attempts: (target: Target) => Promise<readonly Attempt[]>;
  readonly stop: () => Promise<void>;
};

/** So short that none of its replies is kept for later. */
const replyWindow = { minutes: 2, times: 5 };

export async function startCrashRig(routes: Routes, settings: Partial<Settings>): Promise<CrashRig> {
  const folder = mkdtempSync(join(tmpdir(), "crash-"));
  const file = (name: "routes" | "settings", value: unknown): string => {
    const path = join(folder, `${name}.mjs`);
    writeFileSync(path, `export const ${name} = ${JSON.stringify(value)};`);
    return path;
  };
  const args = [
    "--routes",
    file("routes", routes),
    "--settings",
    file("settings", { events: "callback", ...settings }),
  ];
  const simulator = await startSimulator({ port: 0, ...bot });
  const env = {
    PORT: "0",
    RELAY_DATA: folder,
    QQ_APP_ID: bot.appId,
    QQ_APP_SECRET: bot.appSecret,
    QQ_API_BASE: simulator.url,
    QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
  };
  const children: Child[] = [];
  const sim: CrashRig["sim"] = async (path, body) => {
    const response = await fetch(`${simulator.url}/_sim/${path}`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`/_sim/${path}: ${await response.text()}`);
    return (await response.json()) as { readonly msg_id?: string };
  };

  return {
    folder,
    start: async () => {
      const child = runLocal("run/start.mjs", args, env);
      children.push(child);
      await untilReady(child);
      return child;
    },
    openWindows: async (target, count) => {
      const { table, close } = await openTable({}, { data: folder, newQq: false, now: Date.now });
      const store = createStore(table, 30);
      for (let at = 0; at < count; at += 1) {
        const { msg_id: id = "" } = await sim("say", { scene: target.scene, target: target.id, text: "在吗" });
        const openedAt = Date.now();
        const closesAt = openedAt + replyWindow.minutes * 60_000;
        await store.openWindow(target, { anchor: { kind: "msg", id }, openedAt, closesAt, times: replyWindow.times });
      }
      await close();
    },
    sim,
    attempts: async ({ scene, id }) => {
      const response = await fetch(`${simulator.url}/_sim/messages?scene=${scene}&target=${id}`);
      return (await response.json()) as Attempt[];
    },
    stop: async () => {
      for (const child of children) {
        child.process.kill("SIGKILL");
        await child.exit;
      }
      await simulator.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
