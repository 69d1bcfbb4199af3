import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcp, type Server as TcpServer } from "node:net";
import { afterEach, expect, it } from "vitest";
import { WebSocketServer } from "ws";
import type { SocketListener } from "../../lib/gateway/gateway-ports.ts";
import { openSocket } from "../../lib/gateway/socket.ts";

type Told = {
  readonly kind: "opened" | "came" | "closed";
  readonly bytes?: number;
  readonly code?: number;
  readonly reason?: string | undefined;
};

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listening(server: Server | TcpServer): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => server.close());
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function openServer(greet: (socket: import("ws").WebSocket) => void): Promise<string> {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  server.on("connection", greet);
  closers.push(() => {
    for (const client of server.clients) client.terminate();
  });
  return listening(http);
}

/** What a socket tells, and how to wait until it has told so much. */
function listener() {
  const told: Told[] = [];
  const waiting: { readonly count: number; readonly go: () => void }[] = [];
  const tell = (each: Told): void => {
    told.push(each);
    for (const { count, go } of waiting) if (told.length >= count) go();
  };
  const on: SocketListener = {
    opened: () => tell({ kind: "opened" }),
    came: ({ byteLength }) => tell({ kind: "came", bytes: byteLength }),
    closed: (code, reason) => tell({ kind: "closed", code, reason }),
  };
  return {
    on,
    told,
    until: (count: number) => new Promise<void>((go) => (told.length >= count ? go() : waiting.push({ count, go }))),
  };
}

it("brings frames as they came, one of 5 MB too, and the close's code", async () => {
  const url = await openServer((server) => {
    server.send("大");
    server.send(Buffer.alloc(5_000_000, "x"));
    server.close(4009, "Session timed out");
  });
  const { on, told, until } = listener();
  openSocket(url, on);
  await until(4);
  expect(told).toEqual([
    { kind: "opened" },
    { kind: "came", bytes: 3 },
    { kind: "came", bytes: 5_000_000 },
    { kind: "closed", code: 4009, reason: undefined },
  ]);
});

it("ends at a frame that nobody could hold", async () => {
  const url = await openServer((server) => {
    server.on("error", () => undefined);
    server.send(Buffer.alloc(17 * 1024 * 1024));
  });
  const { on, told, until } = listener();
  openSocket(url, on);
  await until(2);
  expect(told.at(-1)).toMatchObject({ kind: "closed", code: 1006, reason: "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH" });
});

it("says what the system says of one that cannot be opened", async () => {
  const refusing = createServer();
  refusing.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 500 Internal Server Error\r\n\r\n"));
  const dead = createTcp();
  const urls = [await listening(refusing), await listening(dead)];
  dead.close();
  const closed = await Promise.all(
    urls.map(async (url) => {
      const { on, told, until } = listener();
      openSocket(url, on);
      await until(1);
      return told;
    }),
  );
  expect(closed).toEqual([
    [{ kind: "closed", code: 1006, reason: "Unexpected server response: 500" }],
    [{ kind: "closed", code: 1006, reason: "ECONNREFUSED" }],
  ]);
});

it("tells nothing more once it is dropped, during the handshake too, and says no goodbye", async () => {
  const silent = createTcp();
  const silentUrl = await listening(silent);
  const { on, told } = listener();
  const connected = once(silent, "connection");
  const hanging = openSocket(silentUrl, on);
  const [peer] = (await connected) as [import("node:net").Socket];
  hanging.drop();
  peer.resume().on("error", () => undefined);
  await once(peer, "close");
  expect(told).toEqual([]);

  const ends: number[] = [];
  let ended: (() => void) | undefined;
  const url = await openServer((server) => {
    server.on("close", (code) => {
      ends.push(code);
      ended?.();
    });
  });
  const other = listener();
  const socket = openSocket(url, other.on);
  await other.until(1);
  const gone = new Promise<void>((resolve) => (ended = resolve));
  socket.drop();
  socket.send("late");
  await gone;
  expect(ends).toEqual([1006]);
  expect(other.told).toEqual([{ kind: "opened" }]);
});
