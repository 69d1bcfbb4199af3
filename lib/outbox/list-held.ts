import type { Delivery } from "../model/delivery.ts";
import type { Held } from "../model/held.ts";
import type { Target } from "../model/target.ts";
import type { DeliveryLog } from "../ports.ts";
import { type HeldPorts, readHeld } from "./read-held.ts";

export type ListedDelivery = Delivery & { readonly held?: Held };

type ListHeldPorts = HeldPorts & { readonly store: Pick<DeliveryLog, "listDeliveries"> };

/** The delivery log of a target, newest first, with what holds each that has not gone out. */
export async function listHeld(
  target: Target,
  limit: number,
  now: number,
  ports: ListHeldPorts,
): Promise<readonly ListedDelivery[]> {
  const [deliveries, { heldOf }] = await Promise.all([
    ports.store.listDeliveries(target, limit),
    readHeld(target, now, ports),
  ]);
  return deliveries.map((delivery) => {
    const held = heldOf(delivery);
    return held ? { ...delivery, held } : delivery;
  });
}
