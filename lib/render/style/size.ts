import type { Message } from "../../model/message.ts";
import { unreachable } from "../../base/unreachable.ts";
import type { SizeLimit } from "./limits.ts";

/** What of a message counts: its content with all escapes and the pages of its buttons, or the JSON of a card's values. */
function measured(message: Message): string {
  switch (message.form) {
    case "text":
    case "media":
      return message.content;
    case "markdown":
      return message.content + pagesOf(message).join("");
    case "markdown-template":
      return JSON.stringify(message.params) + pagesOf(message).join("");
    case "ark":
      return JSON.stringify(message.kv);
    case "embed":
      return JSON.stringify([message.title, message.prompt, message.thumbnail, message.fields]);
    default:
      return unreachable(message);
  }
}

const pagesOf = ({ keyboard }: Extract<Message, { form: "markdown" | "markdown-template" }>): readonly string[] =>
  keyboard === undefined || "id" in keyboard
    ? []
    : keyboard.rows.flatMap((row) => row.flatMap(({ action }) => (action.kind === "jump" ? [action.url] : [])));

/** Size of a message as sent. */
export function sizeOf(message: Message): SizeLimit {
  const text = measured(message);
  return { characters: text.length, bytes: Buffer.byteLength(text) };
}

export function isWithin(message: Message, limit: SizeLimit): boolean {
  const { characters, bytes } = sizeOf(message);
  return characters <= limit.characters && bytes <= limit.bytes;
}
