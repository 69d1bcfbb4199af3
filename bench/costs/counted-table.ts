import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { composeDynamoTable } from "../../lib/compose/dynamo-table.ts";
import { readTableConfig } from "../../lib/compose/env.ts";
import type { Table } from "../../lib/store/table.ts";
import { openEndpoint } from "../../local/run/dynamo-endpoint.ts";
import { startEngine } from "../engine.ts";
import { itemSize } from "../item-size.ts";
import { type Meter, startMeter } from "../meter.ts";

/** What DynamoDB adds to an item's own bytes when it charges for keeping it. */
const itemOverhead = 100;

/** A table on an engine that counts units as DynamoDB does. */
export type CountedTable = Pick<Meter, "read" | "readCalls" | "stop"> & {
  /** What is done through it is counted. */
  readonly table: Table;
  /** The way past the meter. */
  readonly uncounted: Table;
  /** Bytes of all its items, as DynamoDB charges for keeping them. */
  readonly size: () => Promise<number>;
};

/** `now` in ms. Throws where the one engine that counts is not installed. */
export async function openCountedTable(now: () => number): Promise<CountedTable> {
  const { name, endpoint, stop } = await startEngine();
  if (name !== "dynoxide") {
    stop();
    throw new Error("only dynoxide counts units: npm has @dynoxide/… for Linux on x64 alone");
  }
  const meter = await startMeter(endpoint);
  const client = new DynamoDBClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  return {
    ...meter,
    uncounted: await openEndpoint({ DYNAMODB_ENDPOINT: endpoint }, now),
    table: composeDynamoTable({ DYNAMODB_ENDPOINT: meter.url }, now),
    size: async () => {
      let bytes = 0;
      for await (const { Items = [] } of paginateScan({ client }, { TableName: readTableConfig({}).name }))
        bytes += Items.reduce((sum, item) => sum + itemSize(item) + itemOverhead, 0);
      return bytes;
    },
    stop: async () => {
      client.destroy();
      await meter.stop();
      stop();
    },
  };
}
