import type { WebSocket } from "ws";
import type { World } from "../state.ts";
import { close, Frame, leave, op, say } from "./frames.ts";
import type { Connection } from "./gateway.ts";
import { identify, resume } from "./judge.ts";

/** Serves one connection of a bot: Hello, then what it asks, until it is silent for two intervals. */
export function serve(world: World, socket: WebSocket): void {
  const { gateway } = world.state;
  const { interval } = gateway.knobs;
  const connection: Connection = { socket, hasAsked: false, silent: false };
  const expire = (): void => {
    if (!connection.silent) close(connection, 4009, "Session timed out");
  };
  const watch = setTimeout(expire, 2 * interval).unref();
  gateway.connections.add(connection);
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    clearTimeout(watch);
    leave(connection);
    gateway.connections.delete(connection);
  });
  socket.on("message", (data: Buffer) => {
    if (connection.silent) return;
    const frame = read(data.toString());
    if (frame?.op === op.heartbeat) watch.refresh();
    hear(world, connection, frame);
  });
  say(connection, { op: op.hello, d: { heartbeat_interval: interval } });
}

function read(text: string): { readonly op: number; readonly d?: unknown } | undefined {
  try {
    return Frame.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A heartbeat counts whatever it carries: clients send `null`, nothing, or `s` in place of `d`. */
function hear(world: World, connection: Connection, frame: ReturnType<typeof read>): void {
  switch (frame?.op) {
    case undefined:
      return close(connection, 4002, "Error while decoding payload");
    case op.identify:
      return identify(world, connection, frame?.d);
    case op.resume:
      return resume(world, connection, frame?.d);
    case op.heartbeat:
      return connection.hasAsked
        ? say(connection, { op: op.acknowledged })
        : close(connection, 4003, "Not authenticated");
    default:
      return close(connection, 4001, "Invalid opcode");
  }
}
