import { WebSocket } from "ws";
import { second } from "../base/time.ts";
import type { OpenSocket } from "./gateway-ports.ts";

const handshakeTimeout = 10 * second;

/** Of a frame. What the relay does not take it refuses itself, and that is passed over; a frame beyond this ends the connection. */
const maxPayload = 16 * 1024 * 1024;

/** Opens a WebSocket. A socket that fails before it is open is `closed` too. */
export const openSocket: OpenSocket = (url, { opened, came, closed }) => {
  const socket = new WebSocket(url, { handshakeTimeout, maxPayload, perMessageDeflate: false });
  let reason: string | undefined;
  let isDropped = false;
  socket.on("open", () => {
    if (!isDropped) opened();
  });
  socket.on("message", (data) => {
    if (!isDropped) came(data as Buffer);
  });
  // Without it, a lost connection would end the process.
  socket.on("error", (error: NodeJS.ErrnoException) => {
    reason = error.code ?? error.message;
  });
  socket.on("close", (code) => {
    if (!isDropped) closed(code, reason);
  });
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text, () => undefined);
    },
    drop: () => {
      isDropped = true;
      socket.terminate();
    },
  };
};
