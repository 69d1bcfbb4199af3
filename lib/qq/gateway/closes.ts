import { minute, second } from "../../base/time.ts";
import type { Trouble } from "../../model/gateway-status.ts";

/** What follows a close: which session goes on, and when. */
export type Close = {
  readonly next: "resume" | "identify" | "fewer" | "stop" | "hourly";
  /** Ms to wait at least; without it, as long as failures in a row ask for. `0` = at once. */
  readonly wait?: number;
  readonly token?: "fresh";
  readonly trouble?: Trouble;
};

const internal: Close = { next: "identify", trouble: "network" };
const bug: Close = { next: "stop", trouble: "protocol" };

/** QQ's close codes (its page on the WebSocket way, and what bots have seen); all others are resumed. */
const closes: Readonly<Record<number, Close>> = {
  4001: bug,
  4002: bug,
  4004: { next: "identify", token: "fresh", trouble: "credentials" },
  4006: { next: "identify" },
  4007: { next: "identify" },
  4008: { next: "resume", wait: minute },
  /** Every half hour, after op 7: no failure. */
  4009: { next: "resume", wait: 0 },
  4010: bug,
  4011: bug,
  4012: bug,
  4013: { next: "fewer", trouble: "intents" },
  4014: { next: "fewer", trouble: "intents" },
  /** 4902, "reset by resume", comes again for ever if one resumes. */
  ...Object.fromEntries(Array.from({ length: 14 }, (_, index) => [4900 + index, internal])),
  4914: { next: "hourly", trouble: "sandbox" },
  4915: { next: "hourly", trouble: "banned" },
};

/** What follows a close with a code; undefined of one that says nothing. */
export const closeOf = (code: number): Close | undefined => closes[code];

export const anyClose: Close = { next: "resume", trouble: "network" };

/** How long to wait after failures in a row: a second, twice as long each time, five minutes at most. `random` in [0, 1) spreads it. */
export const backoff = (failures: number, random: number): number =>
  Math.min(5 * minute, second * 2 ** Math.min(failures, 20)) * (0.75 + random / 2);
