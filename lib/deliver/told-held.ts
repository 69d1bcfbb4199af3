import type { Delivery } from "../model/delivery.ts";
import type { ToldHeld } from "../model/held.ts";
import { heldNow, type HeldPorts } from "../outbox/read-held.ts";
import { tellHeld } from "../render/words/tell-held.ts";

/** What holds a delivery at `now` (ms), in words. Loaded when it is first asked for, which few senders do. */
export async function toldHeld(
  delivery: Delivery,
  timeZone: string,
  now: number,
  ports: HeldPorts,
): Promise<ToldHeld | undefined> {
  const held = await heldNow(delivery, now, ports);
  return held && tellHeld(held, delivery.target, timeZone, now);
}
