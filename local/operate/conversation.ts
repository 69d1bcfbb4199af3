import * as z from "zod";
import { ConversationAnswer } from "./console-answers.ts";
import { readSimulator } from "./conversation/ask-simulator.ts";
import { isTold, messageName, messagesFromLog } from "./conversation/from-log.ts";
import { type Message, messagesOf } from "./conversation/from-simulator.ts";
import type { Delivery } from "../../lib/model/delivery.ts";
import { type Target, targetName } from "../../lib/model/target.ts";
import type { DeliveryLog } from "../../lib/ports.ts";
import { findTarget } from "./find-target.ts";
import { defineOperation, isRefused } from "./operation.ts";

const Request = z.object({
  target: z.string().min(1),
  /** Messages at most, the newest. */
  limit: z.number().int().min(1).max(200).default(50),
});

/** So many deliveries a message are looked at, at most: a digest tells several, and some wait. */
const perMessage = 4;

/** A conversation as its people see it: with the simulator what QQ got and heard, else what the delivery log tells of it. */
export const conversation = defineOperation({
  request: Request,
  answer: ConversationAnswer,
  run: async ({ target: text, limit }, ports) => {
    const found = await findTarget(text, ports);
    if (isRefused(found)) return found;
    const { target } = found;
    const { store, place, routes, settings } = ports;
    const max = limit * perMessage;
    const deliveries = await readTold(store, target, limit, max);
    const name = targetName(target);
    if (place.simulatorUrl !== undefined) {
      const recorded = messagesOf(await readSimulator(place.simulatorUrl, target, limit + 1), deliveries);
      // A simulator that was started anew knows nothing of what was told before.
      if (recorded.length > 0 || !deliveries.some(isTold))
        return { target: name, exact: true, ...newest(recorded, limit) };
    }
    const told = newest(messagesFromLog(target, deliveries, routes, settings), limit);
    return { target: name, exact: false, messages: told.messages, more: told.more || deliveries.length >= max };
  },
});

/** The newest deliveries that so many messages and one more told, of so many at most. */
async function readTold(store: DeliveryLog, target: Target, limit: number, max: number): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  const messages = new Set<string>();
  for await (const delivery of store.readLog(target)) {
    found.push(delivery);
    if (isTold(delivery)) messages.add(messageName(delivery));
    if (messages.size > limit || found.length >= max) break;
  }
  return found;
}

const newest = (
  messages: readonly Message[],
  limit: number,
): { readonly messages: Message[]; readonly more: boolean } => ({
  messages: messages.slice(-limit),
  more: messages.length > limit,
});
