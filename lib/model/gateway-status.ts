/** Why there is no connection to QQ's gateway, or why the last one ended, as far as QQ or the network tells. */
export const troubles = [
  /** Nothing answers at QQ's address, or the line was cut. */
  "network",
  /** QQ's API answers with an error to the question for the gateway's address. */
  "api",
  /** The token is refused, or none is to be had: the bot's id or secret. */
  "credentials",
  /** The address of this machine is not on the list of the console (11298). */
  "allow-list",
  /** The bot has no right to the events that are asked for. */
  "intents",
  /** Refused without a reason: op 9 to Identify. */
  "refused",
  /** No more sessions may be started today. */
  "budget",
  /** QQ has taken the bot down to its sandbox (4914) or banned it (4915). */
  "sandbox",
  "banned",
  /** QQ does not understand us: our own fault. */
  "protocol",
  /** The relay does not take what came; nothing more is received until it does. */
  "relay",
  /** The connection was silent. */
  "silent",
] as const;

export type Trouble = (typeof troubles)[number];

/** `waiting` passes by itself; of `refused` an operator has to do something; `stopped` tries no more. */
export const gatewayStates = ["connecting", "connected", "waiting", "refused", "stopped"] as const;

type GatewayState = (typeof gatewayStates)[number];

/** How the connection to QQ's gateway is. Times in ms of the epoch. */
export type GatewayStatus = {
  readonly state: GatewayState;
  /** When that began. A session that goes on over a reconnect is one connection. */
  readonly since: number;
  readonly trouble: Trouble | undefined;
  /** When it tries again. */
  readonly retryAt: number | undefined;
  readonly lastEvent: number | undefined;
  /** When QQ last answered a heartbeat. */
  readonly lastAck: number | undefined;
  /** Connected for long, and no event has ever come: QQ's console may send them elsewhere. */
  readonly isQuiet: boolean;
  /** Sessions that were resumed since the process began, and started in the last 24 hours. */
  readonly resumes: number;
  readonly identifies: number;
  /** Events that the relay has not taken yet. */
  readonly held: number;
};
