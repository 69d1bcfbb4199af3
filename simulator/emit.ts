import { randomUUID } from "node:crypto";
import { isAcknowledged, postCallback, type Signature } from "./callback.ts";
import { applyEvent } from "./effects.ts";
import { dispatch } from "./gateway/dispatch.ts";
import type { Settings } from "./settings.ts";
import type { World } from "./state.ts";

export type QqEvent = { readonly t: string; readonly d: Readonly<Record<string, unknown>>; readonly id?: string };

type Identified = QqEvent & { readonly id: string };

/** QQ's two ways for events. */
export type Way = NonNullable<Settings["events"]>;

/** By which of them events go. */
export const wayOf = ({ state, eventsUrl }: World): Way =>
  state.settings.events ?? (eventsUrl === undefined ? "gateway" : "callback");

/**
 * Lets an event happen: the platform knows of it first, then tells the relay. `relayStatus` is the last status that a callback
 * came back with, null for none; where events go by the gateway alone, which is not answered, 200 when a bot was there to hear it.
 */
export async function emit(
  world: World,
  event: QqEvent,
  signature: Signature = "good",
): Promise<{ readonly id: string; readonly relayStatus: number | null }> {
  const told = { ...event, id: event.id ?? `${event.t}:${randomUUID()}` };
  applyEvent(world.state, told, world.clock.now());
  const way = wayOf(world);
  const heard = way === "callback" ? 0 : dispatch(world.state.gateway, told);
  if (way === "gateway") return { id: told.id, relayStatus: heard > 0 ? 200 : null };
  return { id: told.id, relayStatus: await callBack(world, told, signature) };
}

/** Posts an event up to three times under the same id until it is acknowledged. */
async function callBack(world: World, event: Identified, signature: Signature): Promise<number | null> {
  const { state, appId, appSecret, stopping, clock } = world;
  const { callbackTries, callbackTimeoutMs: timeoutMs } = state.settings;
  const { id, t, d } = event;
  world.serial += 1;
  const body = JSON.stringify({ op: 0, id, d, s: world.serial, t });
  let relayStatus: number | null = null;
  for (let left = callbackTries; left > 0 && world.eventsUrl !== undefined && !stopping.aborted; left -= 1) {
    const at = new Date(clock.now()).toISOString();
    const post = { url: world.eventsUrl, appId, appSecret, body, signature, timeoutMs, stopping };
    const answer = await postCallback(post, clock.wire());
    const acknowledged = isAcknowledged(answer);
    state.callbacks.push({ at, id, t, status: answer?.status ?? null, acknowledged });
    relayStatus = answer?.status ?? relayStatus;
    if (acknowledged) break;
  }
  return relayStatus;
}
