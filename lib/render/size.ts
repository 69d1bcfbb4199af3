import type { Message } from "../model/message.ts";
import type { SizeLimit } from "./limits.ts";

/** Size of a message as sent: its content with all escapes, or the JSON of an ark's `kv`. */
export function sizeOf(message: Message): SizeLimit {
  const text = message.form === "ark" ? JSON.stringify(message.kv) : message.content;
  return { characters: text.length, bytes: Buffer.byteLength(text) };
}

export function isWithin(message: Message, limit: SizeLimit): boolean {
  const { characters, bytes } = sizeOf(message);
  return characters <= limit.characters && bytes <= limit.bytes;
}
