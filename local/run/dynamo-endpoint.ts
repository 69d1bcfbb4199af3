import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { composeDynamoTable } from "../../lib/compose/dynamo-table.ts";
import { type Env, readTableConfig } from "../../lib/compose/env.ts";
import { tableDefinition } from "../../lib/store/dynamo/definition.ts";
import { createSdkClient } from "../../lib/store/dynamo/sdk-client.ts";
import type { Table } from "../../lib/store/table.ts";

/** The table at `DYNAMODB_ENDPOINT`, made there unless it is there. Throws with the fix when that cannot be used. */
export async function openEndpoint(env: Env, now: () => number): Promise<Table> {
  const { name, endpoint = "" } = readTableConfig(env);
  const client = createSdkClient(endpoint, env["AWS_ACCESS_KEY_ID"] !== undefined);
  try {
    await ensureTable(client, name);
  } catch (error) {
    throw unusable(endpoint, error);
  } finally {
    client.destroy();
  }
  return composeDynamoTable(env, now);
}

function unusable(endpoint: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `DYNAMODB_ENDPOINT ${endpoint} 上的数据库用不了（${reason}）。请先启动它；或去掉这个变量，改用内嵌的数据库。\n` +
      `The database at DYNAMODB_ENDPOINT ${endpoint} cannot be used (${reason}). Start it, or unset the variable: then the embedded one is used.`,
    { cause: error },
  );
}

/** Makes the relay's table unless it is there: an engine starts out empty, only AWS has been deployed to. */
async function ensureTable(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(tableDefinition(name)));
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 5 }, { TableName: name });
  await forgetExpired(client, name);
}

/** Not every engine can: what is expired is passed over all the same, it only takes room. */
async function forgetExpired(client: DynamoDBClient, name: string): Promise<void> {
  const TimeToLiveSpecification = { AttributeName: "expiresAt", Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification })).catch(() => undefined);
}
