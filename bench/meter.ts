import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { itemSize } from "./item-size.ts";

/** What DynamoDB charges for. */
export type Units = { readonly writes: number; readonly reads: number };

/** A way to a DynamoDB endpoint that counts what the calls through it consume, index by index. */
export type Meter = {
  readonly url: string;
  /** What has been consumed since the last reading. */
  readonly read: () => Units;
  /** How many calls went through it since that was last asked. */
  readonly readCalls: () => number;
  readonly stop: () => Promise<void>;
};

const reading = new Set(["GetItem", "Query", "Scan"]);

export async function startMeter(endpoint: string): Promise<Meter> {
  let units = { writes: 0, reads: 0 };
  let calls = 0;
  const pass = async (request: IncomingMessage): Promise<readonly [status: number, text: string]> => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
    const passed = ["x-amz-target", "x-amz-date", "authorization", "content-type"];
    const response = await fetch(endpoint, {
      method: "POST",
      headers: Object.fromEntries(passed.map((name) => [name, String(request.headers[name])])),
      body: JSON.stringify({ ...(JSON.parse(text) as object), ReturnConsumedCapacity: "INDEXES" }),
    });
    const answer = await response.text();
    const cost =
      fetchCost(JSON.parse(text) as Asked, JSON.parse(answer) as Consumed) ?? toldCost(JSON.parse(answer) as Consumed);
    calls += 1;
    const kind = reading.has(operation) ? "reads" : "writes";
    units = { ...units, [kind]: units[kind] + cost };
    return [response.status, answer];
  };
  const server = createServer((request, response) => {
    void pass(request).then(([status, text]) => {
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
      response.end(text);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    read: () => {
      const read = units;
      units = { writes: 0, reads: 0 };
      return read;
    },
    readCalls: () => {
      const read = calls;
      calls = 0;
      return read;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

type Asked = { readonly IndexName?: string; readonly Select?: string };

type Consumed = {
  readonly ConsumedCapacity?: { readonly CapacityUnits: number };
  readonly Items?: readonly Readonly<Record<string, AttributeValue>>[];
  readonly __type?: string;
};

/** What the engine says itself. A write whose condition fails is charged for, and does not say so. */
const toldCost = ({ ConsumedCapacity: consumed, __type: type = "" }: Consumed): number =>
  consumed?.CapacityUnits ?? (type.includes("ConditionalCheckFailed") ? 1 : Number.NaN);

/** A strongly consistent read costs a unit for each of so many bytes begun. */
const unitSize = 4_096;

/** What an index of keys has of an item beyond the item's own attributes, in bytes. */
const entryOverhead = 100;

/**
 * What AWS charges for whole items read by way of an index of keys: the entries, all together rounded up, and each item fetched
 * by itself rounded up. Engines of one's own reckon otherwise; undefined for other calls.
 */
function fetchCost({ IndexName, Select }: Asked, { Items }: Consumed): number | undefined {
  if (IndexName === undefined || Select !== "ALL_ATTRIBUTES" || !Items) return undefined;
  const entries = Items.map(
    ({ pk = { S: "" }, sk = { S: "" }, live = { S: "" } }) => itemSize({ pk, sk, live }) + entryOverhead,
  );
  const fetched = Items.map((item) => Math.ceil(itemSize(item) / unitSize));
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return Math.max(1, Math.ceil(sum(entries) / unitSize)) + sum(fetched);
}
