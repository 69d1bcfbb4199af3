import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Env, readTableConfig } from "../../lib/compose/env.ts";
import { tokenKey } from "../../lib/store/keys.ts";
import { openTable } from "../../lib/store/table.ts";
import { dropLeases } from "./drop-leases.ts";
import { type Engine, startEngine } from "./engine.ts";
import { ensureTable } from "./ensure-table.ts";

export type Database = {
  /** The environment with which the relay reaches the database. */
  readonly env: Env;
  readonly stop: () => Promise<void>;
};

export type DatabaseOptions = {
  /** Folder of the embedded engine's files; without one they are kept in memory. */
  readonly path: string | undefined;
  /** Whether QQ itself starts anew (the simulator), so that no access token in the database is known to it. */
  readonly newQq: boolean;
};

/** The database of a run, its table there: `DYNAMODB_ENDPOINT` where that is set, else the embedded engine. */
export async function openDatabase(given: Env, { path, newQq }: DatabaseOptions): Promise<Database> {
  const engine = given["DYNAMODB_ENDPOINT"] ? undefined : await startEngine(path === undefined ? {} : { path });
  const env = engine ? embed(given, engine) : given;
  const client = connect(env);
  const { name } = readTableConfig(env);
  try {
    await ensureTable(client, name);
    const table = openTable(client, name);
    if (engine) await dropLeases(table);
    if (newQq) await table.remove(tokenKey);
  } catch (error) {
    await engine?.stop();
    throw engine ? error : unusable(env["DYNAMODB_ENDPOINT"] ?? "", error);
  } finally {
    client.destroy();
  }
  return { env, stop: engine?.stop ?? (() => Promise.resolve()) };
}

function unusable(endpoint: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `DYNAMODB_ENDPOINT ${endpoint} 上的数据库用不了（${reason}）。请先启动它；或去掉这个变量，改用内嵌的数据库。\n` +
      `The database at DYNAMODB_ENDPOINT ${endpoint} cannot be used (${reason}). Start it, or unset the variable: then the embedded one is used.`,
    { cause: error },
  );
}

/** The user's AWS credentials, if any, are not for the engine. */
const embed = (env: Env, { endpoint }: Engine): Env => ({
  ...env,
  DYNAMODB_ENDPOINT: endpoint,
  AWS_ACCESS_KEY_ID: undefined,
});

function connect(env: Env): DynamoDBClient {
  const endpoint = env["DYNAMODB_ENDPOINT"] ?? "";
  return env["AWS_ACCESS_KEY_ID"]
    ? new DynamoDBClient({ endpoint })
    : new DynamoDBClient({
        endpoint,
        region: "local",
        credentials: { accessKeyId: "local", secretAccessKey: "local" },
      });
}
