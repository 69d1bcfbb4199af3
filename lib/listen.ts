import { hear } from "./hear.ts";
import type { ListenLine } from "./line.ts";
import type { Answer, Inbound } from "./model/inbound.ts";
import { isRefusal, type Refusal } from "./model/refusal.ts";
import { verifyCallback } from "./qq/callback/verify-callback.ts";
import { readEvent } from "./qq/read-event.ts";
import { tellStoreFault } from "./tell-store-fault.ts";

/** QQ takes an event for delivered when it reads this; anything else makes it send the event again. */
const taken: Answer = { status: 200, body: { op: 12, d: 0 } };

/**
 * Takes one of QQ's callbacks: verify ▸ read ▸ write what it changes ▸ kick. Its effect is durable before the answer; an
 * event that could not be stored is answered `d: 1`, so that QQ repeats it. `deadline` in ms of the epoch.
 */
export async function listen(inbound: Inbound, deadline: number, line: ListenLine): Promise<Answer | Refusal> {
  const { store, bot, log } = line;
  const now = line.clock.now().getTime();
  const callback = verifyCallback(inbound, bot, now);
  if (isRefusal(callback)) {
    log("warn", "refused", { route: "events", refusal: callback.refusal, message: callback.message });
    return callback;
  }
  if (callback.kind === "check" || callback.kind === "heartbeat") return { status: 200, body: callback.answer };
  if (callback.kind === "other") return taken;
  const heard = readEvent(callback.envelope, now);
  if (!heard) {
    log("info", "unheard", { type: callback.envelope.type });
    return taken;
  }
  try {
    if ((await store.noteEvent(callback.id, now)) === "known") return taken;
    await hear(heard, deadline, line);
    return taken;
  } catch (error) {
    await store.forgetEvent(callback.id).catch(() => undefined);
    return failed(error, line);
  }
}

function failed(error: unknown, { log }: ListenLine): Answer {
  tellStoreFault(error, log);
  return { status: 500, body: { op: 12, d: 1 } };
}
