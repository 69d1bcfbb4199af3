import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What DynamoDB charges for. */
export type Units = { readonly writes: number; readonly reads: number };

/** A way to a DynamoDB endpoint that counts what the calls through it consume, index by index. */
export type Meter = {
  readonly url: string;
  /** What has been consumed since the last reading. */
  readonly read: () => Units;
  readonly stop: () => Promise<void>;
};

const reading = new Set(["GetItem", "Query", "Scan"]);

export async function startMeter(endpoint: string): Promise<Meter> {
  let units = { writes: 0, reads: 0 };
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
    const { ConsumedCapacity: consumed, __type: type = "" } = JSON.parse(answer) as Consumed;
    // A write whose condition fails is charged for, and does not say so.
    const cost = consumed?.CapacityUnits ?? (type.includes("ConditionalCheckFailed") ? 1 : Number.NaN);
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
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

type Consumed = { readonly ConsumedCapacity?: { readonly CapacityUnits: number }; readonly __type?: string };
