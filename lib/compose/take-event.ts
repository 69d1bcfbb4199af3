import { second } from "../base/time.ts";
import type { TakeEvent } from "../gateway/gateway-ports.ts";
import type { EventsRelay } from "../http/relay.ts";
import { isRefusal, refusalStatus } from "../model/refusal.ts";
import { createPool } from "../send/pool.ts";
import { readBase } from "../send/read-base.ts";

/** As long as a function may take for an event. */
const takeMs = 10 * second;

/** Hands events to the events line of this process, signed like those of others. */
export const takeByListening =
  ({ listen, clock, log }: EventsRelay): TakeEvent =>
  async ({ headers, body }) => {
    const at = clock.now();
    try {
      const inbound = { method: "POST", path: "/", headers, query: {}, body, at };
      const answer = await listen(inbound, at.getTime() + takeMs);
      return isRefusal(answer) ? refusalStatus[answer.refusal] : answer.status;
    } catch (error) {
      log("error", "fault", { message: error instanceof Error ? error.message : String(error) });
      return 500;
    }
  };

/** Hands events to a relay elsewhere, by requests to its `/events`: https, or loopback. Throws with the fix for another address. */
export function takeByPost(eventsUrl: string, now: () => number): TakeEvent {
  const url = readBase("RELAY_EVENTS_URL", eventsUrl);
  const pool = createPool(url.origin, { now });
  return async ({ headers, body }) => {
    const posted = await pool.post({ path: url.pathname + url.search, headers, body, timeoutMs: takeMs + 2 * second });
    return posted.kind === "answer" ? posted.status : undefined;
  };
}
