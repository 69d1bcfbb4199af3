import type { WebSocket } from "ws";
import { knownIntents } from "./intents.ts";

/** What QQ sent of a session's events, for a Resume. */
type Logged = { readonly s: number; readonly frame: string };

/** A session goes on over connections, one at a time. */
export type Session = {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly number[];
  /** The number of its latest event. */
  s: number;
  readonly log: Logged[];
  connection?: Connection | undefined;
  /** The close code (49xx) by which it was reset: a Resume meets it again, as bots saw it. */
  resetBy?: number;
};

export type Connection = {
  readonly socket: WebSocket;
  session?: Session | undefined;
  /** An Identify or Resume was sent, whatever came of it. */
  hasAsked: boolean;
  /** As a dead peer: it hears nothing and says nothing. */
  silent: boolean;
};

/** How the gateway behaves; `POST /_sim/gateway` changes it. */
export type Knobs = {
  /** Ms between heartbeats, as the next Hello tells it. */
  readonly interval: number;
  /** Bits that the bot has a right to. */
  readonly permitted: number;
  /** How intents without right are refused: op 9 is what bots see, 4014 what QQ's page says. */
  readonly refuseBy: "op9" | 4014;
  /** A code that closes every Identify and Resume, as 4914 and 4915 of a bot that was taken down. */
  readonly refuse: number | null;
  /** How many events before `seq` a Resume brings once more. */
  readonly replayOld: number;
};

/** Sessions that may be started still, and when (ms) there are as many as ever. */
export type Budget = { readonly left: number; readonly resetsAt: number };

export type Gateway = {
  knobs: Knobs;
  budget: Budget | undefined;
  /** By id, the oldest first. */
  readonly sessions: Map<string, Session>;
  readonly connections: Set<Connection>;
  /** How often a session began, and went on. */
  readonly counts: { identifies: number; resumes: number };
};

const usual: Knobs = { interval: 45_000, permitted: knownIntents, refuseBy: "op9", refuse: null, replayOld: 0 };

export const newGateway = (): Gateway => ({
  knobs: usual,
  budget: undefined,
  sessions: new Map(),
  connections: new Set(),
  counts: { identifies: 0, resumes: 0 },
});

/** A gateway that forgot all but its sessions and connections: the bot that is connected stays so, as its token stays good. */
export function forgetAll({ sessions, connections }: Gateway): Gateway {
  for (const session of sessions.values()) session.log.length = 0;
  return { ...newGateway(), sessions, connections };
}

/** Whether the bot is connected, as QQ's pages want it before it posts in a guild (304018). */
export const isOnline = ({ sessions }: Gateway): boolean =>
  [...sessions.values()].some(({ connection }) => connection !== undefined);

/** What people may see of it: no token ever was in here. */
export const lookAt = ({ knobs, sessions, connections, counts }: Gateway) => ({
  ...knobs,
  ...counts,
  connections: connections.size,
  sessions: [...sessions.values()].map(({ id, intents, s, connection }) => ({
    id,
    intents,
    s,
    connected: connection !== undefined,
  })),
});
