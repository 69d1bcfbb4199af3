import { connect } from "../store/dynamo/client.ts";
import { openDynamo } from "../store/dynamo/table.ts";
import type { Log } from "../ports.ts";
import type { Table } from "../store/table.ts";
import { type Env, readTableConfig } from "./env.ts";

/** The table on DynamoDB: AWS's own, or an endpoint of one's own. `now` in ms. */
export function composeDynamoTable(env: Env, now: () => number, log?: Log): Table {
  const { name, endpoint } = readTableConfig(env);
  return openDynamo(connect(endpoint, env["AWS_ACCESS_KEY_ID"] !== undefined, log && { log }), name, now);
}
