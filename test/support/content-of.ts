import type { Message } from "../../lib/model/message.ts";

/** The words of a text or Markdown message. */
export function contentOf(message: Message): string {
  if (message.form === "ark") throw new Error("contentOf: an ark has rows, not content");
  return message.content;
}
