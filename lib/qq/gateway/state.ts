import type { Trouble } from "../../model/gateway-status.ts";
import type { Frame } from "./frame.ts";

/** A session of QQ's, which goes on over connections. `seq`: the latest event that is durable here, and all before it. */
export type Session = { readonly id: string; readonly seq: number };

/** Times of a connection that may be over; a name has one. `settle`: a close may tell more of a refusal. */
export type Timer = "connect" | "hello" | "ready" | "settle" | "beat";

export type Phase =
  /** Waits to connect again, or for the relay to take what came. */
  | "resting"
  /** Asks for the address and a token. */
  | "asking"
  | "opening"
  /** The socket is open, Hello is to come. */
  | "greeting"
  /** Identify or Resume was sent. */
  | "proving"
  /** Invalid; whether a close tells why is waited for. */
  | "settling"
  | "ready"
  | "stopped";

export type State = {
  readonly phase: Phase;
  readonly session: Session | undefined;
  /** The latest `s` of the session, which heartbeats report; null before the first. */
  readonly received: number | null;
  /** Which of the sets of intents is asked for. */
  readonly rung: number;
  /** What the connection asked for. */
  readonly asked: "identify" | "resume";
  /** Connections in a row that came to nothing, and resumes among them. */
  readonly failures: number;
  readonly resumes: number;
  /** Connections in a row that ended as if it were no failure, before a heartbeat was answered. */
  readonly hasty: number;
  /** The token is to be a new one, and one was tried. */
  readonly token: "kept" | "fresh" | "renewed";
  /** Ms between heartbeats; whether the latest was not answered. */
  readonly beat: { readonly every: number; readonly open: boolean } | undefined;
  /** Events handed on that are not durable yet. */
  readonly held: number;
  /** Too many were: nothing is received until none is. */
  readonly isFull: boolean;
  readonly trouble: Trouble | undefined;
};

export type Input =
  | { readonly kind: "start" }
  /** `remaining`: sessions that may be started still; `resetAfter`: in how many ms there are more. */
  | { readonly kind: "addressed"; readonly url: string; readonly remaining?: number; readonly resetAfter?: number }
  | { readonly kind: "unreachable"; readonly trouble: Trouble }
  | { readonly kind: "opened" }
  | { readonly kind: "frame"; readonly frame: Frame }
  | { readonly kind: "closed"; readonly code: number }
  | { readonly kind: "timer"; readonly name: Timer }
  /** An event is durable, or is one that never will be. `session`: whose `s` it is. */
  | { readonly kind: "durable"; readonly session: string; readonly s: number | undefined }
  | { readonly kind: "stop" };

export type Effect =
  /** Fetches the gateway's address, and a token: a new one where the last was refused. */
  | { readonly kind: "ask"; readonly fresh: boolean }
  | { readonly kind: "open"; readonly url: string }
  | { readonly kind: "identify"; readonly intents: number }
  | { readonly kind: "resume"; readonly session: Session }
  | { readonly kind: "beat"; readonly received: number | null }
  /** Hands the frame that just came to the relay; without `forward`, only its turn. */
  | { readonly kind: "hand"; readonly session: string; readonly s: number | undefined; readonly forward: boolean }
  | { readonly kind: "timer"; readonly name: Timer; readonly after: number }
  | { readonly kind: "untimer"; readonly name: Timer }
  /** Ends the socket without a word, so that the session can be resumed, and its timers with it. */
  | { readonly kind: "drop" };

/** What a step is taken with. `intents`: sets, the fullest first; `random` in [0, 1). */
export type Surroundings = { readonly intents: readonly number[]; readonly random: number; readonly maxHeld: number };

export type Step = { readonly state: State; readonly effects: readonly Effect[] };

/** The state of a process that starts, with the session of the last one. */
export const firstState = (session?: Session): State => ({
  phase: "resting",
  session,
  received: session?.seq ?? null,
  rung: 0,
  asked: "identify",
  failures: 0,
  resumes: 0,
  hasty: 0,
  token: "kept",
  held: 0,
  beat: undefined,
  isFull: false,
  trouble: undefined,
});
