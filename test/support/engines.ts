import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { whereOf } from "../../lib/compose/where-of.ts";
import { connect } from "../../lib/store/dynamo/client.ts";
import { tableDefinition } from "../../lib/store/dynamo/definition.ts";
import { createSdkClient } from "../../lib/store/dynamo/sdk-client.ts";
import { openDynamo } from "../../lib/store/dynamo/table.ts";
import { openSqlite, type SqliteTable } from "../../lib/store/sqlite/table.ts";
import type { Table } from "../../lib/store/table.ts";
import { noon } from "./build.ts";
import { startDynalite } from "../../bench/dynalite.ts";

/** A running engine with an empty table of the relay's. */
export type TestEngine = {
  readonly table: Table;
  /** What the engine takes for the time (ms), by which items are over; a test's noon until it is told otherwise. */
  readonly setClock: (now: () => number) => void;
  /** Where it speaks DynamoDB's language: how to reach it so, past the adapter. */
  readonly dynamo?: { readonly endpoint: string; readonly name: string; readonly client: DynamoDBClient };
  readonly stop: () => Promise<void>;
};

type Start = () => Promise<TestEngine>;

/** DynamoDB's own language: an outside endpoint alone (`DYNAMODB_ENDPOINT`), else dynalite, and dynoxide where it is. */
const dynamos: readonly (readonly [name: string, start: Start])[] = (() => {
  const outside = process.env["DYNAMODB_ENDPOINT"];
  if (outside) return [["DYNAMODB_ENDPOINT", () => withTable(outside, () => Promise.resolve())]];
  const binary = dynoxideBinary();
  return [
    ["dynalite", () => startDynalite().then(({ endpoint, stop }) => withTable(endpoint, stop))],
    ...(binary ? [["dynoxide", () => startDynoxide(binary)] as const] : []),
  ];
})();

/** Every engine that the contract can be held against here. */
export const engines: readonly (readonly [name: string, start: Start])[] = [
  ["SQLite in memory", () => startSqlite()],
  ["SQLite in a file", startSqliteFile],
  ...dynamos,
];

/** The engine of that name, where it is here. */
export const findEngine = (name: string): Start | undefined => engines.find(([each]) => each === name)?.[1];

/** The quickest engine, for tests that are not about engines. */
export const startEngine: Start = () => startSqlite();

/** Some engine that speaks DynamoDB's language. */
export async function startDynamo(): Promise<TestEngine & { readonly dynamo: NonNullable<TestEngine["dynamo"]> }> {
  const [first] = dynamos;
  const engine = await first?.[1]();
  if (!engine?.dynamo) throw new Error("no engine");
  return { ...engine, dynamo: engine.dynamo };
}

function startSqlite(path?: string): Promise<TestEngine> {
  let clock = () => noon;
  const table = openSqlite(path, () => clock());
  if ("kind" in table) throw new Error(table.reason);
  return Promise.resolve({
    table,
    setClock: (now) => (clock = now),
    stop: () => (table satisfies SqliteTable).close(),
  });
}

async function startSqliteFile(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), "sqlite-"));
  const engine = await startSqlite(join(folder, "relay.sqlite"));
  return {
    ...engine,
    stop: async () => {
      await engine.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function withTable(endpoint: string, stop: () => Promise<void>): Promise<TestEngine> {
  const client = createSdkClient(endpoint, process.env["AWS_ACCESS_KEY_ID"] !== undefined, { timeoutMs: 20_000 });
  const dynamo = connect(whereOf({ ...process.env, DYNAMODB_ENDPOINT: endpoint }), { timeoutMs: 20_000 });
  const name = `relay-${process.pid}-${Date.now()}`;
  await client.send(new CreateTableCommand(tableDefinition(name)));
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 1 }, { TableName: name });
  let clock = () => noon;
  return {
    table: openDynamo(dynamo, name, () => clock()),
    setClock: (now) => (clock = now),
    dynamo: { endpoint, name, client },
    stop: async () => {
      client.destroy();
      await dynamo.close();
      await stop();
    },
  };
}

function dynoxideBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    return undefined;
  }
}

async function startDynoxide(binary: string): Promise<TestEngine> {
  const port = await freePort();
  const child = spawn(binary, ["--port", String(port)], { stdio: "ignore" });
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await isUp(endpoint)); tries += 1) {
    if (tries > 200) throw new Error("dynoxide does not answer");
    await wait(20);
  }
  return withTable(endpoint, async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  });
}

const isUp = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const port = portOf(probe.address());
  probe.close();
  await once(probe, "close");
  return port;
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address ? address.port : 0;
