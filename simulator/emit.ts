import { randomUUID } from "node:crypto";
import { isAcknowledged, postCallback, type Signature } from "./callback.ts";
import { applyEvent } from "./effects.ts";
import type { World } from "./state.ts";

export type QqEvent = { readonly t: string; readonly d: Readonly<Record<string, unknown>>; readonly id?: string };

/**
 * Lets an event happen: the platform knows of it first, then tells the relay, up to three times under the same id until
 * it is acknowledged. `relayStatus` is the last status that came back, null when none did.
 */
export async function emit(
  world: World,
  event: QqEvent,
  signature: Signature = "good",
): Promise<{ readonly id: string; readonly relayStatus: number | null }> {
  const { state, appId, appSecret, stopping, clock } = world;
  const { callbackTries, callbackTimeoutMs: timeoutMs } = state.settings;
  const id = event.id ?? `${event.t}:${randomUUID()}`;
  applyEvent(state, { ...event, id }, clock.now());
  world.serial += 1;
  const body = JSON.stringify({ op: 0, id, d: event.d, s: world.serial, t: event.t });
  let relayStatus: number | null = null;
  for (let left = callbackTries; left > 0 && world.eventsUrl !== undefined && !stopping.aborted; left -= 1) {
    const at = new Date(clock.now()).toISOString();
    const post = { url: world.eventsUrl, appId, appSecret, body, signature, timeoutMs, stopping };
    const answer = await postCallback(post, clock.wire());
    const acknowledged = isAcknowledged(answer);
    state.callbacks.push({ at, id, t: event.t, status: answer?.status ?? null, acknowledged });
    relayStatus = answer?.status ?? relayStatus;
    if (acknowledged) break;
  }
  return { id, relayStatus };
}
