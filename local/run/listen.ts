import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tellPortInUse } from "./port-in-use.ts";

export type Listening = {
  readonly url: string;
  /** Takes no new connection; resolves when the requests under way have been answered. */
  readonly drain: () => Promise<void>;
  /** Cuts whatever is still open. */
  readonly close: () => void;
};

/** Serves HTTP on loopback only. `variable` is the environment variable that a user changes when the port is taken. */
export async function listen(port: number, variable: string, serve: RequestListener): Promise<Listening> {
  const server = createServer(serve);
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    throw tellPortInUse(error, port, variable);
  }
  const drained = new Promise<void>((resolve) => server.once("close", resolve));
  // A sender keeps its connection for seconds: one that was busy when the drain began goes with its answer.
  server.on("request", (_request, response) => {
    response.once("close", () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    drain: () => {
      server.close();
      return drained;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
