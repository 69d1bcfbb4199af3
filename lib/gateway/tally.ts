import { day, minute } from "../base/time.ts";
import type { GatewayStatus, Trouble } from "../model/gateway-status.ts";
import type { Input, State } from "../qq/gateway/state.ts";

/** What only an operator can change. */
const refusals: ReadonlySet<Trouble> = new Set([
  "credentials",
  "allow-list",
  "intents",
  "refused",
  "sandbox",
  "banned",
  "protocol",
]);

/** How long (ms) a connection stands without ever an event before that is worth a word. */
export const quietAfter = 30 * minute;

/** Counts what a status tells beyond the connection's own state. */
export function createTally(now: () => number) {
  let identifies: number[] = [];
  let resumes = 0;
  let lastEvent: number | undefined;
  let lastAck: number | undefined;
  let retryAt: number | undefined;
  let isQuiet = false;
  let state: GatewayStatus["state"] = "connecting";
  let since = now();

  return {
    came: ({ frame }: Extract<Input, { kind: "frame" }>): void => {
      if (frame.kind === "event") {
        lastEvent = now();
        isQuiet = false;
      }
      if (frame.kind === "acknowledged") lastAck = now();
      if (frame.kind === "resumed") resumes += 1;
    },
    identified: (): void => {
      identifies = [...identifies.filter((at) => at > now() - day), now()];
    },
    /** Waits until then (ms of the epoch) to connect; undefined = connects. */
    retries: (at: number | undefined): void => {
      retryAt = at;
    },
    /** Stood for `quietAfter`, and nothing has come: an earlier process may have had events of the session, though. */
    stood: (seq: number): void => {
      isQuiet = lastEvent === undefined && seq <= 1;
    },
    read: (of: State): GatewayStatus => {
      const next = stateOf(of, state);
      if (next !== state) since = now();
      state = next;
      return {
        state,
        since,
        trouble: of.trouble,
        retryAt,
        lastEvent,
        lastAck,
        isQuiet: isQuiet && state === "connected",
        resumes,
        identifies: identifies.filter((at) => at > now() - day).length,
        held: of.held,
      };
    },
  };
}

/** A connection that goes on at once, as after op 7, has not ended. */
function stateOf({ phase, trouble, failures }: State, was: GatewayStatus["state"]): GatewayStatus["state"] {
  if (phase === "stopped") return "stopped";
  if (phase === "ready") return "connected";
  if (trouble) return refusals.has(trouble) ? "refused" : "waiting";
  if (failures > 0) return "waiting";
  return was === "connected" ? "connected" : "connecting";
}
