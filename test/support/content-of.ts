import type { Message } from "../../lib/model/message.ts";

/** The words of a text or Markdown message. */
export function contentOf(message: Message): string {
  if (!("content" in message)) throw new Error(`contentOf: ${message.form} has values, not content`);
  return message.content;
}
