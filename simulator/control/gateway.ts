import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { ok } from "../answer.ts";
import { close, leave, op, say } from "../gateway/frames.ts";
import { type Connection, type Gateway, lookAt } from "../gateway/gateway.ts";
import { knownIntents } from "../gateway/intents.ts";
import type { World } from "../state.ts";
import { get, post, type Endpoint } from "./endpoint.ts";

/** A code that may stand on the wire. */
const Code = z.int().refine((code) => (code >= 3_000 && code <= 4_999) || code === 1_000 || code === 1_001);

const Change = z.strictObject({
  interval: z.int().min(20).max(600_000).optional(),
  permitted: z.int().min(0).max(knownIntents).optional(),
  refuseBy: z.union([z.literal("op9"), z.literal(4014)]).optional(),
  refuse: Code.nullable().optional(),
  replayOld: z.int().min(0).optional(),
  remaining: z.int().min(0).max(1_000).optional(),
  resetAfter: z.int().min(0).optional(),
  op1: z.literal(true).optional(),
  op7: z.literal(true).optional(),
  op9: z.literal(true).optional(),
  silent: z.boolean().optional(),
  close: Code.optional(),
  cut: z.literal(true).optional(),
});

type Change = z.infer<typeof Change>;

/** How long after an op 7 QQ closes the connection itself. */
const graceAfterReconnect = 1_000;

const day = 86_400_000;

/** What the gateway does next, and from now on. */
export const gateway: Readonly<Record<string, Endpoint>> = {
  gateway: post(Change, (world, change) => {
    const { gateway: it } = world.state;
    turn(it, change, world.clock.now());
    act(world, it, change);
    return ok(lookAt(it));
  }),
};

export const lookAtGateway: Readonly<Record<string, Endpoint>> = {
  gateway: get(z.object({}), ({ state }) => ok(lookAt(state.gateway))),
};

function turn(it: Gateway, change: Change, now: number): void {
  const { interval, permitted, refuseBy, refuse, replayOld, remaining, resetAfter = day } = change;
  it.knobs = {
    interval: interval ?? it.knobs.interval,
    permitted: permitted ?? it.knobs.permitted,
    refuseBy: refuseBy ?? it.knobs.refuseBy,
    refuse: refuse === undefined ? it.knobs.refuse : refuse,
    replayOld: replayOld ?? it.knobs.replayOld,
  };
  if (remaining !== undefined) it.budget = { left: remaining, resetsAt: now + resetAfter };
}

/** Only connections that are open at this moment are meant: what comes after finds a gateway that is well. */
function act({ stopping }: World, it: Gateway, { op1, op7, op9, silent, close: code, cut }: Change): void {
  for (const connection of it.connections) {
    const { session, socket } = connection;
    if (silent !== undefined) connection.silent = silent;
    if (op1) say(connection, { op: op.heartbeat });
    if (op7) {
      say(connection, { op: op.reconnect });
      void wait(graceAfterReconnect, undefined, { signal: stopping, ref: false }).then(
        () => close(connection, 4009, "Session timed out"),
        () => undefined,
      );
    }
    if (op9 || code === 4006) forget(it, connection);
    if (op9) say(connection, { op: op.invalid, d: false });
    if (code !== undefined) {
      if (session && code >= 4900 && code <= 4913) session.resetBy = code;
      close(connection, code);
    }
    if (cut) socket.terminate();
  }
}

function forget({ sessions }: Gateway, connection: Connection): void {
  if (connection.session) sessions.delete(connection.session.id);
  leave(connection);
}
