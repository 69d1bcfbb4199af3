import { cutToLength } from "../base/cut-to-length.ts";

/** Control characters and line breaks would forge lines; bidirectional overrides would turn what follows around. */
const unseen = /[\p{Cc}\u2028\u2029]+/gu;
const overrides = /[\u202A-\u202E\u2066-\u2069]/g;

/** Foreign text as one clean line of at most `max` characters, so that no sender can fill the outbox with one field. */
export function oneLine(text: string, max = 300): string {
  const line = text
    .slice(0, max * 16)
    .toWellFormed()
    .replace(overrides, "")
    .replace(unseen, " ");
  return cutToLength(line.replace(/\s+/g, " ").trim(), max);
}
