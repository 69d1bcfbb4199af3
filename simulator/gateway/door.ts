import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { World } from "../state.ts";
import { findForeign, isOwnName } from "../visitors.ts";
import { serve } from "./connection.ts";

/** More than any frame of a bot has. */
const maxPayload = 1024 * 1024;

const path = "/websocket/";

/** The simulator as who asks may reach it: by the name that was asked, where that is one of this machine's. */
const reachedBy = ({ port, hosts }: World, host: string): string =>
  isOwnName(host, hosts) ? host : `127.0.0.1:${port}`;

export const httpUrl = (world: World, host: string): string => `http://${reachedBy(world, host)}`;

/** The gateway's own address, whatever QQ's live one is. */
export const gatewayUrl = (world: World, host: string): string => `ws://${reachedBy(world, host)}${path}`;

/** Opens the gateway on the simulator's own port. */
export function openGateway(world: World, server: Server): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [asked = ""] = (request.url ?? "").split("?");
    // Without it, a caller who goes away meanwhile would end the process.
    socket.on("error", () => socket.destroy());
    const isOurs = `${asked}/`.startsWith(path);
    if (!isOurs || findForeign(asked, request, world.hosts) !== undefined) {
      socket.end(`HTTP/1.1 ${isOurs ? "403 Forbidden" : "404 Not Found"}\r\nconnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => serve(world, opened));
  });
}
