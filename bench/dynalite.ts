import { once } from "node:events";
import type { AddressInfo } from "node:net";
import dynalite from "dynalite";
import { makeWritesWhole } from "./whole-writes.ts";

makeWritesWhole();

export type Engine = { readonly endpoint: string; readonly stop: () => Promise<void> };

/** DynamoDB's stand-in in this process, in memory. */
export async function startDynalite(): Promise<Engine> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
