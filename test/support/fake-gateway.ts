import type { Ask, OpenSocket, SocketListener } from "../../lib/gateway/gateway-ports.ts";

type Said = { readonly op: number; readonly d: unknown };

type FakeSession = { readonly id: string; readonly intents: number; s: number; readonly log: Map<number, string> };

export type FakeGateway = {
  readonly ask: Ask;
  readonly open: OpenSocket;
  /** What clients said, heartbeats aside. */
  readonly said: readonly Said[];
  readonly beats: () => number;
  readonly asked: () => number;
  /** An event of the latest session, sent where that is connected. Answers its id. */
  readonly emit: (t?: string, d?: unknown) => string;
  /** A frame to whoever is connected. */
  readonly say: (frame: unknown) => void;
  /** Ends the connection. */
  readonly close: (code: number) => void;
  /** Forgets every session. */
  readonly forget: () => void;
  readonly isConnected: () => boolean;
  /** What it does from now on. */
  readonly rules: {
    /** Takes connections, but says nothing more. */
    isSilent: boolean;
    permitted: number;
    /** Tokens handed out; the gateway takes the last one only. */
    token: string;
    taken: string;
    /** A resume is ended with this code. */
    closeResume: number | undefined;
    /** An Identify is ended with this code. */
    closeIdentify: number | undefined;
    /** Events before the one that was named are sent once more. */
    replayOld: number;
    remaining: number;
    /** Events that a Resume can bring back. */
    logged: number;
    unreachable: "allow-list" | "network" | "credentials" | undefined;
  };
};

/** QQ's gateway in memory, as far as a client can tell: sessions, replay, and what goes wrong. */
export function createFakeGateway(): FakeGateway {
  const sessions = new Map<string, FakeSession>();
  const said: Said[] = [];
  let latest: FakeSession | undefined;
  let connection: { readonly listener: SocketListener; session: FakeSession | undefined } | undefined;
  let beats = 0;
  let asked = 0;
  let serial = 0;
  const rules: FakeGateway["rules"] = {
    isSilent: false,
    permitted: 2 ** 31 - 1,
    token: "T1",
    taken: "T1",
    closeResume: undefined,
    closeIdentify: undefined,
    replayOld: 0,
    remaining: 1_000,
    logged: 1_000,
    unreachable: undefined,
  };

  const say = (frame: unknown): void => sayText(JSON.stringify(frame));
  const sayText = (text: string): void => {
    const to = connection;
    if (to && !rules.isSilent) queueMicrotask(() => connection === to && to.listener.came(Buffer.from(text)));
  };
  const close = (code: number): void => {
    const to = connection;
    connection = undefined;
    queueMicrotask(() => to?.listener.closed(code));
  };

  const identify = ({ token, intents }: { readonly token: string; readonly intents: number }): void => {
    if (rules.closeIdentify !== undefined) return close(rules.closeIdentify);
    if (token !== `QQBot ${rules.taken}` || (intents & ~rules.permitted) !== 0) return say({ op: 9, d: false });
    serial += 1;
    latest = { id: `session-${serial}`, intents, s: 1, log: new Map() };
    sessions.set(latest.id, latest);
    if (connection) connection.session = latest;
    say({ op: 0, s: 1, t: "READY", d: { version: 1, session_id: latest.id, user: { id: "7" }, shard: [0, 1] } });
  };

  const resume = ({ session_id: id, seq }: { readonly session_id: string; readonly seq: number }): void => {
    if (rules.closeResume !== undefined) return close(rules.closeResume);
    const session = sessions.get(id);
    if (!session || !connection) return say({ op: 9, d: false });
    connection.session = session;
    latest = session;
    for (const [s, text] of session.log) if (s > seq - rules.replayOld) sayText(text);
    say({ op: 0, s: session.s, t: "RESUMED", d: "" });
  };

  const take = (frame: Said): void => {
    if (frame.op !== 1) said.push(frame);
    if (frame.op === 1) {
      beats += 1;
      say({ op: 11 });
    } else if (frame.op === 2) identify(frame.d as Parameters<typeof identify>[0]);
    else if (frame.op === 6) resume(frame.d as Parameters<typeof resume>[0]);
  };

  return {
    rules,
    said,
    beats: () => beats,
    asked: () => asked,
    isConnected: () => connection?.session !== undefined,
    ask: (stale) => {
      asked += 1;
      if (rules.unreachable) return Promise.resolve({ kind: "unreachable", trouble: rules.unreachable });
      if (stale === rules.token && stale !== rules.taken) rules.token = rules.taken;
      const { token, remaining } = rules;
      return Promise.resolve({ kind: "addressed", url: "ws://127.0.0.1:1/", token, remaining, resetAfter: 60_000 });
    },
    open: (_url, listener) => {
      const opened = { listener, session: undefined };
      connection = opened;
      queueMicrotask(() => {
        if (connection !== opened) return;
        listener.opened();
        say({ op: 10, d: { heartbeat_interval: 45_000 } });
      });
      return {
        send: (text) => {
          if (connection === opened) take(JSON.parse(text) as Said);
        },
        drop: () => {
          if (connection === opened) connection = undefined;
        },
      };
    },
    emit: (t = "GROUP_AT_MESSAGE_CREATE", d = {}) => {
      if (!latest) throw new Error("no session");
      latest.s += 1;
      const id = `${t}:${latest.id}:${latest.s}`;
      const text = JSON.stringify({ op: 0, s: latest.s, t, id, d });
      latest.log.set(latest.s, text);
      latest.log.delete(latest.s - rules.logged);
      if (connection?.session === latest) sayText(text);
      return id;
    },
    say,
    close,
    forget: () => {
      sessions.clear();
    },
  };
}
