import type { GatewayStatus, Trouble } from "../model/gateway-status.ts";
import type { Log } from "../ports.ts";
import type { Session } from "../qq/gateway/state.ts";

/** A connection that is open, or on its way to be. */
export type Socket = {
  readonly send: (text: string) => void;
  /** Ends it at once and without a word, in any state of it. Nothing of it is told after that. */
  readonly drop: () => void;
};

/** What a socket tells; `closed` last, and always but after `drop`. */
export type SocketListener = {
  readonly opened: () => void;
  /** The bytes of a frame, as they came. */
  readonly came: (frame: Uint8Array) => void;
  /** With the code of the close; 1006 where none came. `reason`: the system's own word for it, nothing of the other side's. */
  readonly closed: (code: number, reason?: string) => void;
};

export type OpenSocket = (url: string, listener: SocketListener) => Socket;

/** An event as the callback would bring it. */
export type SignedEvent = { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array };

/** Hands an event to the events line: the HTTP status of its answer, undefined where none came. */
export type TakeEvent = (event: SignedEvent) => Promise<number | undefined>;

/** Runs something later, and returns how to make that never. */
export type After = (ms: number, run: () => void) => () => void;

/** Where to connect to and with which token, or why that cannot be told. `stale`: a token that the gateway refused. */
export type Ask = (stale: string | undefined) => Promise<
  | {
      readonly kind: "addressed";
      readonly url: string;
      readonly token: string;
      readonly remaining?: number;
      readonly resetAfter?: number;
    }
  | { readonly kind: "unreachable"; readonly trouble: Trouble }
>;

/** What outlives the process of a session. */
export type SessionStore = {
  /** undefined where there is none, or none that can be read. */
  readonly read: () => Session | undefined;
  /** Whole or not at all. */
  readonly write: (session: Session | undefined) => Promise<void>;
};

/** What the connection to QQ's gateway needs of the world. */
export type GatewayPorts = {
  /** Sets of events to ask for, the fullest first. */
  readonly intents: readonly number[];
  readonly ask: Ask;
  readonly open: OpenSocket;
  readonly sign: (body: Uint8Array) => SignedEvent;
  readonly take: TakeEvent;
  readonly sessions: SessionStore;
  /** Told when the state, its trouble, or the quiet of the connection changes. */
  readonly changed: (status: GatewayStatus) => void;
  readonly after: After;
  /** Ms of the epoch. */
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
  /** Events that may wait for the relay before no more are received. */
  readonly maxHeld?: number;
};
