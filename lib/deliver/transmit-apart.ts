import type { DeliverPorts } from "./deliver-ports.ts";
import type { Delivery } from "../model/delivery.ts";
import { isOfContent } from "../policy/outcome/is-of-content.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";
import { transmit, type Transmission, type Transmitted } from "./transmit.ts";

/** A message that was tried: what it told, and how that ended. */
export type Part = { readonly deliveries: readonly Delivery[]; readonly transmitted: Transmitted };

/** How a planned message ended: as it was taken or refused for another reason, what was refused alone, and what is left. */
export type Parts = {
  readonly main: Part | undefined;
  readonly refused: readonly Part[];
  readonly rest: readonly Delivery[];
};

/** Tries under one permit; halving two hundred takes eight. */
const maxTries = 20;

/**
 * Sends a message, and where QQ refuses its content, which is the fault of one of those that it tells, less of it under the
 * same permit: half, until one stands alone. That one is refused; then the others have their turn. `narrow` writes down
 * before each part that it alone is on its way, so that whoever recovers takes nothing else for sent.
 */
export async function transmitApart(
  transmission: Transmission,
  narrow: (deliveries: readonly Delivery[]) => Promise<void>,
  deadline: number,
  ports: DeliverPorts,
): Promise<Parts> {
  const refused: Part[] = [];
  let deliveries = transmission.send.deliveries;
  let rest: readonly Delivery[] = [];
  for (let tries = 1; ; tries += 1) {
    if (tries > 1) await narrow(deliveries);
    const send = { ...transmission.send, deliveries };
    const part: Part = { deliveries, transmitted: await transmit({ ...transmission, send }, deadline, ports) };
    if (!isOfContent(part.transmitted.outcome)) return { main: part, refused, rest };
    if (deliveries.length > 1) {
      const half = Math.ceil(deliveries.length / 2);
      rest = [...deliveries.slice(half), ...rest];
      deliveries = deliveries.slice(0, half);
    } else {
      refused.push(part);
      [deliveries, rest] = [rest, []];
    }
    const isOver = tries >= maxTries || ports.clock.now().getTime() + minSendTime > deadline;
    if (deliveries.length === 0 || isOver) return { main: undefined, refused, rest: [...deliveries, ...rest] };
  }
}
