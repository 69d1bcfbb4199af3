import * as z from "zod";
import type { Connection, Session } from "./gateway.ts";

export const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  acknowledged: 11,
} as const;

/** What a client sends; members beside these are its own matter. */
export const Frame = z.looseObject({ op: z.int(), d: z.unknown().optional() });

export const Identify = z.looseObject({
  token: z.string(),
  intents: z.int().min(0),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).default([0, 1]),
});

/** `seq` as one client sends it before the first event. */
export const Resume = z.looseObject({
  token: z.string(),
  session_id: z.string(),
  seq: z.int().min(0).nullish(),
});

export function say({ socket, silent }: Connection, frame: object | string): void {
  if (!silent) socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
}

/** Ends a connection with a code of QQ's. Its session stays, for who resumes it. */
export function close(connection: Connection, code: number, reason = ""): void {
  leave(connection);
  if (connection.silent) connection.socket.terminate();
  else connection.socket.close(code, reason);
}

/** The connection carries its session no more. */
export function leave(connection: Connection): void {
  if (connection.session?.connection === connection) connection.session.connection = undefined;
  connection.session = undefined;
}

/** Lets a connection carry a session; one that did so before is thrown out, as two that resume one session do each other. */
export function carry(connection: Connection, session: Session): void {
  if (session.connection) close(session.connection, 4902, "Session reset by resume");
  session.connection = connection;
  connection.session = session;
}
