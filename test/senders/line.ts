import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { test } from "vitest";
import type { Log } from "../../lib/ports.ts";
import type { Route, Routes } from "../../lib/model/route.ts";
import { openTable } from "../../local/run/open-table.ts";
import { startRelay } from "../../local/run/server.ts";
import { startSimulator } from "../../simulator/server.ts";
import { type FaultyTable, makeFaulty } from "../support/faulty-table.ts";

/** The relay as `npm start` runs it, its table in a file, beside QQ's simulator: on loopback, by this machine's clock. */
export type Line = {
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  /** What a route's group was told, in order, when all that was taken has been told. */
  readonly told: (route: string) => Promise<readonly string[]>;
  /** How many requests of a route were taken as repeats of an earlier one. */
  readonly repeats: (route: string) => number;
  /** The relay and QQ think that so many ms more have gone by. */
  readonly moveOn: (ms: number) => void;
  /** While it is broken every webhook is answered 503: before its notice is kept, or though it is. */
  readonly breakStore: (when: "before" | "after") => void;
  readonly mendStore: () => void;
};

/** Of every route here: letters and digits, and no more of them than the clients' own patterns for tokens allow. */
export const secret = "1f0e6c2ab94d4c7785d3a0b6e2f4c918";

const bot = { appId: "app", appSecret: "secret-of-the-bot" };

/** Pushes that never end, so that everything is told at once. */
const limits = { override: { group: { proactive: 1_000_000 } } };

/** Routes to a group of the same name each, by the names' sources or what else a route has to say. */
export const toOwnGroups = (routes: Readonly<Record<string, Partial<Route> & Pick<Route, "source">>>): Routes =>
  Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [
      name,
      { scene: "group", secret: "SenderSecret", to: [name], ...route },
    ]),
  );

type Logged = { readonly event: string; readonly route?: unknown; readonly state?: unknown };

async function startLine(routes: Routes): Promise<Line & { readonly stop: () => Promise<void> }> {
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const data = mkdtempSync(join(tmpdir(), "senders-"));
  const logs: Logged[] = [];
  const log: Log = (_level, event, fields) => logs.push({ event, ...fields });
  const simulator = await startSimulator({ port: 0, ...bot, now });
  await fetch(`${simulator.url}/_sim/settings`, { method: "POST", body: JSON.stringify({ limits }) });
  const { table, close } = await openTable({}, { data, newQq: true, now: () => now().getTime() });
  const store: FaultyTable = makeFaulty(table);
  const relay = await startRelay({
    routes,
    settings: { limits, language: "en" },
    env: {
      SenderSecret: secret,
      QQ_APP_ID: bot.appId,
      QQ_APP_SECRET: bot.appSecret,
      QQ_API_BASE: simulator.url,
      QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
    },
    table: store.table,
    clock: { now, wait: (ms) => wait(ms) },
    log,
  });
  return {
    host: new URL(relay.url).host,
    told: async (route) => {
      await relay.idle();
      const answer = await fetch(`${simulator.url}/_sim/messages?scene=group&target=${route}`);
      const sent = (await answer.json()) as readonly { readonly status: number; readonly body: { content: string } }[];
      return sent.filter(({ status }) => status === 200).map(({ body }) => body.content);
    },
    repeats: (route) => logs.filter((line) => line.route === route && line.state === "repeated").length,
    moveOn: (ms) => {
      ahead += ms;
    },
    breakStore: (when) =>
      store.fail(
        ({ operation, sk }) => operation === "put" && sk.startsWith("delivery#"),
        when,
        Number.POSITIVE_INFINITY,
      ),
    mendStore: () => store.fail(() => false, "before", 0),
    stop: async () => {
      await relay.stop();
      await close();
      await simulator.stop();
      rmSync(data, { recursive: true });
    },
  };
}

/** A test that shares one line with the others of its file. */
export const senderTest = (routes: Routes) =>
  test.extend("line", { scope: "file" }, async ({}, { onCleanup }) => {
    const { stop, ...line } = await startLine(routes);
    onCleanup(stop);
    return line;
  });
