import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BatchWriteItemCommand, CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { hour } from "../lib/base/time.ts";
import type { Routes } from "../lib/model/route.ts";
import { pendingDelivery } from "../lib/outbox/pending-delivery.ts";
import type { Item } from "../lib/store/item.ts";
import { toAttributes } from "../lib/store/dynamo/attributes.ts";
import { tableDefinition } from "../lib/store/dynamo/definition.ts";
import { createSdkClient, viaSdk } from "../lib/store/dynamo/sdk-client.ts";
import { openDynamo } from "../lib/store/dynamo/table.ts";
import { deliveryKey } from "../lib/store/keys.ts";
import { openSqlite } from "../lib/store/sqlite/table.ts";
import { createStore } from "../lib/store/store.ts";
import type { Key, Table } from "../lib/store/table.ts";
import { composeOperate, type OperatePorts } from "../local/operate/operate-ports.ts";
import { lookAtNewest } from "../local/console/live/look-at-newest.ts";
import { conversation } from "../local/operate/conversation.ts";
import { deliveries } from "../local/operate/deliveries.ts";
import { overview } from "../local/operate/overview.ts";
import { status } from "../local/operate/status.ts";
import { startEngine } from "./engine.ts";
import type { Report } from "./report.ts";
import { median } from "./statistics.ts";
import { countStoreCalls, sumOfCalls } from "./store-calls.ts";
import { formatTable } from "./table.ts";

const target = { scene: "group", id: "log" } as const;
const routes: Routes = { log: { scene: "group", source: "generic", open: true, to: [target.id] } };

/** The same beside so many conversations more, which are quiet. */
const manyTargets = 300;
const crowd: Routes = {
  ...routes,
  quiet: {
    scene: "c2c",
    source: "generic",
    open: true,
    to: Array.from({ length: manyTargets }, (_, at) => `U${at}`),
  },
};

/** Deliveries that are kept: the second is not to cost more than the first. */
const kept = [1_000, 100_000] as const;

const looks = 15;

/** All that the console asks for when it is opened: how the relay is set up, the newest deliveries, how conversations stand, and the first of them. */
const firstView = async (ports: OperatePorts): Promise<void> => {
  await Promise.all([
    overview.run({}, ports),
    lookAtNewest(undefined, ports),
    status.run({ limit: 100 }, ports),
    conversation.run({ target: target.id, limit: 50 }, ports),
  ]);
};

type Look = { readonly routes: Routes; readonly run: (ports: OperatePorts) => Promise<unknown> };

const operations: Readonly<Record<string, Look>> = {
  "deliveries, the newest 20": { routes, run: (ports) => deliveries.run({ limit: 20 }, ports) },
  "deliveries, the newest 20 that failed": {
    routes,
    run: (ports) => deliveries.run({ limit: 20, states: ["failed"] }, ports),
  },
  status: { routes, run: (ports) => status.run({ limit: 100 }, ports) },
  "the console's first view": { routes, run: firstView },
  [`the same with ${manyTargets} conversations more`]: { routes: crowd, run: firstView },
};

type Put = (items: readonly (Item & Key)[]) => Promise<void>;

/** A log of so many finished deliveries, as the relay leaves them, within the last days. */
async function fill(table: Table, count: number, put: Put): Promise<void> {
  const now = Date.now();
  const store = createStore(table, 30);
  const notice = { source: "generic", event: "notice", level: "error", title: "磁盘快满了", lines: ["93 %"] } as const;
  const facts = { id: "log#model", route: "log", target, form: "text", arrivedAt: now - 100 * hour } as const;
  await store.enlist(pendingDelivery({ ...facts, notice: { ...notice, at: new Date(now).toISOString() } }));
  await store.settle(target, [{ id: facts.id, state: "sent", attempts: 1 }], now);
  const model = (await table.get(deliveryKey(target, facts.id))) ?? {};
  for (let from = 0; from < count; from += 2_000)
    await put(
      Array.from({ length: Math.min(2_000, count - from) }, (_, more) => {
        const arrivedAt = facts.arrivedAt + (from + more) * 1_000;
        return { ...model, ...deliveryKey(target, `log#${from + more}`), arrivedAt, dueAt: arrivedAt };
      }),
    );
}

const putTo =
  (client: DynamoDBClient, name: string): Put =>
  async (items) => {
    const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, at) => items.slice(at * 25, at * 25 + 25));
    const write = (batch: readonly Item[]) => {
      const requests = batch.map((item) => ({ PutRequest: { Item: toAttributes(item) } }));
      return client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }));
    };
    for (let from = 0; from < batches.length; from += 8) await Promise.all(batches.slice(from, from + 8).map(write));
  };

type Cost = { readonly ms: number; readonly calls: number };

/** What each look takes: its time (ms), and calls to the database. */
async function look(table: Table, calls: () => number): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (const { routes: asked, run } of Object.values(operations)) {
    const setup = { routes: asked, settings: {}, table, wake: () => Promise.resolve() };
    const times: number[] = [];
    let made = 0;
    for (let at = 0; at < looks; at += 1) {
      const ports = composeOperate(setup, Date.now);
      const [begun, before] = [performance.now(), calls()];
      await run(ports);
      times.push(performance.now() - begun);
      made = calls() - before;
    }
    costs.push({ ms: median(times), calls: made });
  }
  return costs;
}

async function lookInSqlite(count: number): Promise<readonly Cost[]> {
  const folder = mkdtempSync(join(tmpdir(), "listing-"));
  const table = openSqlite(join(folder, "relay.sqlite"), Date.now);
  if ("kind" in table) throw new Error(table.reason);
  try {
    await fill(table, count, async (items) => void (await Promise.all(items.map((item) => table.put(item)))));
    return await look(table, () => 0);
  } finally {
    await table.close();
    rmSync(folder, { recursive: true });
  }
}

async function lookInDynamo(count: number, calls: () => number): Promise<readonly Cost[]> {
  const engine = await startEngine();
  const client = createSdkClient(engine.endpoint, false, { timeoutMs: 60_000 });
  try {
    const name = "listing";
    await client.send(new CreateTableCommand(tableDefinition(name)));
    const table = openDynamo(viaSdk(client), name, Date.now);
    await fill(table, count, putTo(client, name));
    return await look(table, calls);
  } finally {
    client.destroy();
    engine.stop();
  }
}

/** What an operator's look at a conversation costs, with a short log and with a long one: that of the long one no more calls. */
export async function benchListing(): Promise<Report> {
  const counted = countStoreCalls();
  const calls = () => sumOfCalls(counted());
  const faults: string[] = [];
  const rows: string[][] = [];
  const engines = { "SQLite in a file": lookInSqlite, DynamoDB: (count: number) => lookInDynamo(count, calls) };
  for (const [engine, run] of Object.entries(engines)) {
    const few = await run(kept[0]);
    const many = await run(kept[1]);
    for (const [at, name] of Object.keys(operations).entries()) {
      const [short, long] = [few[at], many[at]];
      if (!short || !long) continue;
      if (long.calls > short.calls + 1) faults.push(`listing: ${name} on ${engine} took ${long.calls} calls`);
      rows.push([
        `${engine}: ${name}`,
        short.ms.toFixed(1),
        long.ms.toFixed(1),
        (long.ms / short.ms).toFixed(2),
        String(short.calls || ""),
        String(long.calls || ""),
      ]);
    }
  }
  const head = ["", ...kept.map((count) => `ms, ${count.toLocaleString("en")} kept`), "ratio", "calls", "calls"];
  return { text: formatTable("An operator's look at a log", head, rows), faults };
}
