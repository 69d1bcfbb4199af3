import { connect } from "../store/dynamo/client.ts";
import { openDynamo } from "../store/dynamo/table.ts";
import type { Table } from "../store/table.ts";
import { type Env, readTableConfig } from "./env.ts";
import { whereOf } from "./where-of.ts";

/** The table on DynamoDB: AWS's own, or an endpoint of one's own. `now` in ms. */
export const composeDynamoTable = (env: Env, now: () => number): Table =>
  openDynamo(connect(whereOf(env), { now }), readTableConfig(env).name, now);
