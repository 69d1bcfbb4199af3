import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import dynalite from "dynalite";
import { lockFolder } from "./folder-lock.ts";
import { makeWritesWhole } from "./whole-writes.ts";

makeWritesWhole();

export type Engine = { readonly endpoint: string; readonly stop: () => Promise<void> };

/** The embedded DynamoDB, in this process: on disk under `path`, else in memory. Only one process may have a `path` open. */
export async function startEngine(options: { readonly path?: string } = {}): Promise<Engine> {
  const { path } = options;
  const unlock = path === undefined ? () => undefined : lockFolder(path);
  try {
    if (path !== undefined) mkdirSync(path, { recursive: true });
    const server = dynalite({ ...options, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const stop = async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      unlock();
    };
    return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
  } catch (error) {
    unlock();
    throw error;
  }
}
