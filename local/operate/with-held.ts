import { type Delivery, type DeliveryState } from "../../lib/model/delivery.ts";
import type { Held, ToldHeld } from "../../lib/model/held.ts";
import { targetName } from "../../lib/model/target.ts";
import { tellHeld } from "../../lib/render/words/tell-held.ts";
import { lookAt } from "./look-at.ts";
import type { OperatePorts } from "./operate-ports.ts";

const waiting: ReadonlySet<DeliveryState> = new Set(["pending", "in-audit"]);

/** Deliveries with what holds each: one look at each conversation that any of them waits for. */
export async function withHeld<Told>(
  deliveries: readonly Delivery[],
  ports: OperatePorts,
  tell: (delivery: Delivery, told: ToldHeld | undefined, held: Held | undefined) => Told,
): Promise<Told[]> {
  const targets = new Map(
    deliveries.filter(({ state }) => waiting.has(state)).map(({ target }) => [targetName(target), target]),
  );
  const looks = new Map(
    await Promise.all([...targets].map(async ([name, target]) => [name, await lookAt(target, ports)] as const)),
  );
  const { settings, now } = ports;
  return deliveries.map((delivery) => {
    const held = looks.get(targetName(delivery.target))?.heldOf(delivery);
    return tell(delivery, held && tellHeld(held, delivery.target, settings.timeZone, now()), held);
  });
}
