import { say, op } from "./frames.ts";
import type { Gateway } from "./gateway.ts";
import { isAsked } from "./intents.ts";

/** Events that a Resume can bring back. */
const logged = 1_000;

/**
 * Tells every session that asked for it of an event; one without a connection finds it when it resumes. The answer: how many
 * were there to hear it.
 */
export function dispatch(
  { sessions }: Gateway,
  { id, t, d }: { readonly id: string; readonly t: string; readonly d: unknown },
): number {
  let heard = 0;
  for (const session of sessions.values()) {
    if (!isAsked(session.intents, t)) continue;
    session.s += 1;
    const frame = JSON.stringify({ op: op.dispatch, s: session.s, t, id, d });
    session.log.push({ s: session.s, frame });
    if (session.log.length > logged) session.log.shift();
    if (!session.connection) continue;
    say(session.connection, frame);
    heard += session.connection.silent ? 0 : 1;
  }
  return heard;
}
