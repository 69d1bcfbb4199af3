import type { DeliverPorts } from "./deliver-ports.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Send } from "../model/plan.ts";
import type { SendContent } from "../render/page/send-content.ts";
import { lastMessageNote } from "../render/words/last-message-note.ts";

/** The deliveries of a send that are notices, in the order of its content. */
export const noticesOf = ({ deliveries }: Send): readonly Delivery[] =>
  deliveries.filter((delivery) => !delivery.answers);

/** What a message is to tell: an answer first, then the notices, with how many changes were folded into each. */
export function contentOf(send: Send, { rules, language }: Pick<DeliverPorts, "rules" | "language">): SendContent {
  const { deliveries, last } = send;
  const answer = deliveries.find((delivery) => delivery.answers)?.notice;
  const notices = noticesOf(send).map(({ notice, folded = 0, severest }) =>
    folded > 0 ? { ...notice, times: folded + 1, ...(severest && { severest }) } : notice,
  );
  const [first] = deliveries;
  return {
    notices,
    ...(answer && { answer }),
    ...(last && first && { note: lastMessageNote(first.target.scene, rules.limits, language) }),
  };
}
