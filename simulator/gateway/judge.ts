import { randomUUID } from "node:crypto";
import { botUser } from "../sent.ts";
import type { World } from "../state.ts";
import { isTokenText } from "../token.ts";
import { takeSession } from "./budget.ts";
import { carry, close, Identify, op, Resume, say } from "./frames.ts";
import type { Connection, Gateway, Session } from "./gateway.ts";
import { hasBits, knownIntents } from "./intents.ts";

/** Sessions that are kept: of the others none is resumed any more. */
const kept = 50;

const invalid = { op: op.invalid, d: false };

/** Whether the token of an Identify or Resume is good; else it is refused as QQ does it: op 9, then 4004. */
function isProved({ appId, tokens, clock }: World, connection: Connection, token: string): boolean {
  if (isTokenText(token, appId, tokens, clock.now())) return true;
  say(connection, invalid);
  close(connection, 4004, "Authentication fail");
  return false;
}

/** Begins a session, or says why not. */
export function identify(world: World, connection: Connection, d: unknown): void {
  const { gateway } = world.state;
  const read = Identify.safeParse(d);
  if (connection.session) return close(connection, 4005, "Already authenticated");
  if (!read.success) return close(connection, 4002, "Error while decoding payload");
  const { token, intents, shard } = read.data;
  connection.hasAsked = true;
  if (!isProved(world, connection, token)) return undefined;
  const { permitted, refuseBy, refuse } = gateway.knobs;
  if (refuse !== null) return close(connection, refuse);
  if (shard[0] >= shard[1]) return close(connection, 4010, "Invalid shard");
  if (intents > knownIntents || !hasBits(knownIntents, intents)) return close(connection, 4013, "Invalid intent");
  if (!hasBits(permitted, intents))
    return refuseBy === "op9" ? say(connection, invalid) : close(connection, refuseBy, "Disallowed intent");
  // What QQ says to one session too many is undocumented.
  if (!takeSession(gateway, world.clock.now())) return say(connection, invalid);
  begin(gateway, connection, { id: randomUUID(), intents, shard, s: 1, log: [] });
}

function begin(gateway: Gateway, connection: Connection, session: Session): void {
  gateway.counts.identifies += 1;
  gateway.sessions.set(session.id, session);
  for (const [id, { connection: used }] of gateway.sessions)
    if (gateway.sessions.size > kept && used === undefined && id !== session.id) gateway.sessions.delete(id);
  carry(connection, session);
  const { id, username, bot } = botUser;
  const d = { version: 1, session_id: session.id, user: { id, username, bot, status: 1 }, shard: session.shard };
  say(connection, { op: op.dispatch, s: 1, t: "READY", d });
}

/** Goes on with a session: what came after `seq`, then RESUMED, whose `d` is a text. */
export function resume(world: World, connection: Connection, d: unknown): void {
  const { gateway } = world.state;
  const read = Resume.safeParse(d);
  if (connection.session) return close(connection, 4005, "Already authenticated");
  if (!read.success) return close(connection, 4002, "Error while decoding payload");
  connection.hasAsked = true;
  if (!isProved(world, connection, read.data.token)) return undefined;
  const { refuse, replayOld } = gateway.knobs;
  const session = gateway.sessions.get(read.data.session_id);
  if (refuse !== null) return close(connection, refuse);
  if (!session) return say(connection, invalid);
  if (session.resetBy !== undefined) return close(connection, session.resetBy);
  const seq = read.data.seq ?? 0;
  if (seq > session.s) return close(connection, 4007, "Invalid seq");
  gateway.counts.resumes += 1;
  carry(connection, session);
  for (const { s, frame } of session.log) if (s > seq - replayOld) say(connection, frame);
  say(connection, { op: op.dispatch, s: session.s, t: "RESUMED", d: "" });
}
