import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tellNoPort } from "./tell-no-port.ts";
import { urlOf } from "./url-of.ts";

export type Listening = {
  readonly url: string;
  /** Takes no new connection; resolves when the requests under way have been answered. */
  readonly drain: () => Promise<void>;
  /** Cuts whatever is still open. */
  readonly close: () => void;
};

/** Where a door opens, and the environment variable or option that a user changes when its port is taken. */
export type Door = {
  readonly host: string;
  readonly port: number;
  readonly variable: "PORT" | "ADMIN_PORT" | "--port";
};

/** Serves HTTP at a door. Throws a sentence with the fix where that cannot be. */
export async function listen({ host, port, variable }: Door, serve: RequestListener): Promise<Listening> {
  const server = createServer(serve);
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw tellNoPort(error, port, variable);
  }
  const drained = new Promise<void>((resolve) => server.once("close", resolve));
  // A sender keeps its connection for seconds: one that was busy when the drain began goes with its answer.
  server.on("request", (_request, response) => {
    response.once("close", () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
  const { address, port: opened } = server.address() as AddressInfo;
  return {
    url: urlOf(address, opened),
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
