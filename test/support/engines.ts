import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { tableDefinition } from "../../lib/store/table.ts";
import { startEngine as startEmbedded } from "../../local/run/engine.ts";

/** A running engine with an empty table of the relay's. */
export type TestEngine = {
  readonly endpoint: string | undefined;
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly stop: () => Promise<void>;
};

/**
 * Every engine that the contract can be held against here: an outside endpoint alone (`DYNAMODB_ENDPOINT`), else dynalite
 * in this process, and dynoxide where its package is installed.
 */
export const engines: readonly (readonly [name: string, start: () => Promise<TestEngine>])[] = (() => {
  const outside = process.env["DYNAMODB_ENDPOINT"];
  if (outside) return [["DYNAMODB_ENDPOINT", () => withTable(outside, () => Promise.resolve())]];
  const binary = dynoxideBinary();
  return [["dynalite", startDynalite], ...(binary ? [["dynoxide", () => startDynoxide(binary)] as const] : [])];
})();

/** The first engine there is, for tests that are not about engines. */
export async function startEngine(): Promise<TestEngine> {
  const [first] = engines;
  if (!first) throw new Error("no engine");
  return first[1]();
}

async function withTable(endpoint: string, stop: () => Promise<void>): Promise<TestEngine> {
  const client = new DynamoDBClient({
    endpoint,
    region: process.env["AWS_REGION"] ?? "local",
    ...(process.env["AWS_ACCESS_KEY_ID"] ? {} : { credentials: { accessKeyId: "local", secretAccessKey: "local" } }),
  });
  const table = `relay-${process.pid}-${Date.now()}`;
  await client.send(new CreateTableCommand(tableDefinition(table)));
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 1 }, { TableName: table });
  const stopAll = async () => {
    client.destroy();
    await stop();
  };
  return { endpoint, client, table, stop: stopAll };
}

async function startDynalite(): Promise<TestEngine> {
  const { endpoint, stop } = await startEmbedded();
  return withTable(endpoint, stop);
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
