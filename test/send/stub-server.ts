import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type StubRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Stub = {
  readonly origin: string;
  readonly requests: readonly StubRequest[];
  /** Connections opened so far. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

/** A server on loopback that keeps what it was asked and answers as told; `nth` counts requests from 1. */
export async function startStub(
  answer: (response: ServerResponse, request: StubRequest, nth: number) => void,
): Promise<Stub> {
  const requests: StubRequest[] = [];
  let connections = 0;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method = "", url = "", headers } = incoming;
      const request = { method, path: url, headers, body: Buffer.concat(chunks).toString("utf8") };
      requests.push(request);
      answer(response, request, requests.length);
    });
  });
  server.on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const reply = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json", "x-tps-trace-id": "trace-1" });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
};

/** A port of loopback on which nothing listens. */
export async function deadOrigin(): Promise<string> {
  const stub = await startStub((response) => reply(response, 200, {}));
  await stub.close();
  return stub.origin;
}
