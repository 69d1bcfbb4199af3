import * as z from "zod";
import { ConversationAnswer } from "./console-answers.ts";
import { readSimulator } from "./conversation/ask-simulator.ts";
import { messagesFromLog } from "./conversation/from-log.ts";
import { type Message, messagesOf } from "./conversation/from-simulator.ts";
import { targetName } from "../../lib/model/target.ts";
import { findTarget } from "./find-target.ts";
import { defineOperation, isRefused } from "./operation.ts";

const Request = z.object({
  target: z.string().min(1),
  /** Messages at most, the newest. */
  limit: z.number().int().min(1).max(200).default(50),
});

/** So many deliveries a message are looked at: a digest tells several. */
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
    const deliveries = await store.listDeliveries(target, max);
    const name = targetName(target);
    if (place.simulatorUrl !== undefined) {
      const recorded = await readSimulator(place.simulatorUrl, target, limit + 1);
      return { target: name, exact: true, ...newest(messagesOf(recorded, deliveries), limit) };
    }
    const told = newest(messagesFromLog(target, deliveries, routes, settings), limit);
    return { target: name, exact: false, messages: told.messages, more: told.more || deliveries.length >= max };
  },
});

const newest = (
  messages: readonly Message[],
  limit: number,
): { readonly messages: Message[]; readonly more: boolean } => ({
  messages: messages.slice(-limit),
  more: messages.length > limit,
});
