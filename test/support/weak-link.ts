import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * `up` passes everything on, `down` cuts every connection, `mute` passes requests on and cuts before the answer; `mute once` does so
 * with one of them, and is `up` then.
 */
type LinkState = "up" | "down" | "mute" | "mute once";

/** A way to an HTTP endpoint that can fail as networks do. */
export type WeakLink = {
  readonly url: string;
  readonly set: (state: LinkState) => void;
  readonly state: () => LinkState;
  readonly stop: () => Promise<void>;
};

export async function startWeakLink(endpoint: string): Promise<WeakLink> {
  const { hostname, port } = new URL(endpoint);
  const sockets = new Set<Socket>();
  let state: LinkState = "up";
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.once("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    if (state === "down") near.destroy();
    near.pipe(far);
    far.on("data", (chunk) => {
      if (state === "up") near.write(chunk);
      else near.destroy();
      if (state === "mute once") state = "up";
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (to) => {
      state = to;
      if (to === "down") cutAll();
    },
    state: () => state,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      cutAll();
      await closed;
    },
  };
}
