import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Routes } from "../../lib/model/route.ts";
import { textOf } from "../../lib/store/item.ts";
import { openTable } from "../../local/run/open-table.ts";
import { startSimulator } from "../../simulator/server.ts";

/** A folder with a relay's routes and data, and what a process needs to run it beside a simulator that outlives it. */
export type Surroundings = {
  readonly folder: string;
  readonly data: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

const bot = { appId: "app", appSecret: "secret-of-the-bot" };

/** One user, told by quota, which never ends. */
const routes: Routes = { disk: { scene: "c2c", source: "generic", open: true, to: ["U1"] } };
const limits = { override: { c2c: { proactive: 1_000_000 } } };

export async function surround(): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), "durability-"));
  const data = join(folder, "data");
  mkdirSync(data);
  const write = (name: string, value: unknown): string => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, `export const ${name} = ${JSON.stringify(value)};`);
    return file;
  };
  const simulator = await startSimulator({ port: 0, ...bot });
  await fetch(`${simulator.url}/_sim/settings`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ limits }),
  });
  return {
    folder,
    data,
    args: [
      "--no-sample",
      "--routes",
      write("routes", routes),
      "--settings",
      write("settings", { limits, events: "callback" }),
    ],
    env: {
      PORT: "0",
      RELAY_DATA: data,
      QQ_APP_ID: bot.appId,
      QQ_APP_SECRET: bot.appSecret,
      QQ_API_BASE: simulator.url,
      QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
    },
    stop: async () => {
      await simulator.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The status that a webhook was answered with; undefined where there was none. */
export const post = async (url: string, title: string): Promise<number | undefined> => {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": title },
    body: JSON.stringify({ title }),
  };
  try {
    const answer = await fetch(`${url}/c2c/disk`, request);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
};

/** State by target and title of every notice in the data folder of a relay that stands still: `target#c2c:U1 title`. */
export async function readStates(data: string): Promise<ReadonlyMap<string, string>> {
  const { embedded, close } = await openTable({}, { data, newQq: false, now: Date.now });
  const states = new Map<string, string>();
  for await (const key of embedded?.allKeys() ?? []) {
    if (!key.sk.startsWith("delivery#")) continue;
    const item = await embedded?.get(key);
    const { title } = JSON.parse(textOf(item?.["notice"])) as { readonly title: string };
    states.set(`${key.pk} ${title}`, textOf(item?.["state"]));
  }
  await close();
  return states;
}
