import type { DeliverPorts } from "./deliver-ports.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Send } from "../model/plan.ts";
import type { SendContent } from "../render/page/send-content.ts";
import { firstMessageNote, lastMessageNote } from "../render/words/last-message-note.ts";

/** The deliveries of a send that are notices, in the order of its content. */
export const noticesOf = ({ deliveries }: Send): readonly Delivery[] =>
  deliveries.filter((delivery) => !delivery.answers);

/** What a message is to tell: an answer first, then the notices, with how many changes were folded into each. */
export function contentOf(send: Send, { rules, language }: Pick<DeliverPorts, "rules" | "language">): SendContent {
  const { deliveries } = send;
  const answer = deliveries.find((delivery) => delivery.answers)?.notice;
  const notices = noticesOf(send).map(({ notice, folded = 0, severest }) =>
    folded > 0 ? { ...notice, times: folded + 1, ...(severest && { severest }) } : notice,
  );
  const note = noteOf(send, { rules, language });
  return { notices, ...(answer && { answer }), ...(note !== undefined && { note }) };
}

/** How to get what comes next, where it may not come unasked. */
function noteOf(
  { deliveries: [delivery], first, last }: Send,
  { rules: { limits }, language }: Pick<DeliverPorts, "rules" | "language">,
): string | undefined {
  if (!delivery) return undefined;
  const { scene } = delivery.target;
  if (last) return lastMessageNote(scene, limits, language);
  return first ? firstMessageNote(scene, limits, language) : undefined;
}
