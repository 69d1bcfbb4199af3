import { on } from "node:events";
import WebSocket, { type ClientOptions } from "ws";

export type Frame = {
  readonly op: number;
  readonly s?: number;
  readonly t?: string;
  readonly id?: string;
  readonly d: unknown;
};

/** A bot's end of the gateway, as plain as it can be: frames in order, and the code that it was closed with. */
export async function connect(simUrl: string, options: ClientOptions = {}) {
  const socket = new WebSocket(simUrl.replace("http", "ws") + "/websocket/", options);
  const frames = on(socket, "message", { close: ["close"] });
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  const next = async (): Promise<Frame> => {
    const { value } = (await frames.next()) as IteratorResult<[Buffer], undefined>;
    if (!value) throw new Error("the gateway closed the connection");
    return JSON.parse(value[0].toString());
  };
  const send = (frame: object | string): void => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  return { socket, next, send, closed, hello: await next() };
}

export type Client = Awaited<ReturnType<typeof connect>>;

/** Bits 25 and 26. */
export const forGroups = 2 ** 25 + 2 ** 26;

export const token = "QQBot sim-app.any";

/** A session that began: its connection and its id. */
export async function begin(simUrl: string, intents = forGroups): Promise<Client & { readonly id: string }> {
  const client = await connect(simUrl);
  client.send({ op: 2, d: { token, intents, shard: [0, 1] } });
  const { d } = await client.next();
  return { ...client, id: (d as { session_id: string }).session_id };
}

/** A connection that asks to go on with a session. */
export async function resume(simUrl: string, id: string, seq: number | null): Promise<Client> {
  const client = await connect(simUrl);
  client.send({ op: 6, d: { token, session_id: id, seq } });
  return client;
}
