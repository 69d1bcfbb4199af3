import { applyEvent } from "./apply-event.ts";
import type { ListenPorts } from "./listen-ports.ts";
import type { Answer, Inbound } from "../model/inbound.ts";
import { isRefusal, type Refusal } from "../model/refusal.ts";
import { isGatewaySilent } from "../policy/forecast/gateway-life.ts";
import { verifyCallback } from "../qq/callback/verify-callback.ts";
import { readEvent } from "../qq/read-event.ts";
import { logStoreFault } from "../outbox/log-store-fault.ts";

/** QQ takes an event for delivered when it reads this; anything else makes it send the event again. */
const taken: Answer = { status: 200, body: { op: 12, d: 0 } };

/**
 * Takes one of QQ's callbacks: verify ▸ read ▸ write what it changes ▸ wake. Its effect is durable before the answer, and
 * before the note that it was here: what fails in between has its effect again, which changes nothing more. An event that
 * could not be stored is answered `d: 1`, so that QQ repeats it. `deadline` in ms of the epoch.
 */
export async function listen(inbound: Inbound, deadline: number, ports: ListenPorts): Promise<Answer | Refusal> {
  const { store, bot, log } = ports;
  const now = ports.clock.now().getTime();
  const callback = verifyCallback(inbound, bot, now);
  if (isRefusal(callback)) {
    log("warn", "refused", { route: "events", refusal: callback.refusal, message: callback.message });
    return callback;
  }
  if (callback.kind === "check" || callback.kind === "heartbeat") return { status: 200, body: callback.answer };
  if (callback.kind === "life-sign") return noteLifeSign(callback.answer, now, ports);
  if (callback.kind === "other") return taken;
  const event = readEvent(callback.envelope, now);
  if (!event) {
    log("info", "unread-event", { type: callback.envelope.type });
    return taken;
  }
  try {
    if (await store.isKnownEvent(callback.id)) return taken;
    const effect = await applyEvent(event, deadline, ports);
    if (effect === "written") await store.recordEvent(callback.id, now);
    return taken;
  } catch (error) {
    return failed(error, ports);
  }
}

/** Its writer repeats it in a moment, whatever the answer. */
async function noteLifeSign(body: Answer["body"], now: number, ports: ListenPorts): Promise<Answer> {
  const { store, log } = ports;
  try {
    const before = await store.recordGatewaySeen(now);
    if (typeof before === "object" && isGatewaySilent(before, now))
      log("info", "gateway-back", { silentMs: now - before.seenAt });
    return { status: 200, body };
  } catch (error) {
    return failed(error, ports);
  }
}

function failed(error: unknown, { log }: ListenPorts): Answer {
  logStoreFault(error, log);
  return { status: 500, body: { op: 12, d: 1 } };
}
