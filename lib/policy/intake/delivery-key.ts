import { createHash } from "node:crypto";
import type { Parsed } from "../../model/source.ts";
import { minute } from "../../base/time.ts";

/**
 * How long the same content means the same delivery where the sender names none. Not days: a wanted repetition, such as
 * Alertmanager's after its `repeat_interval` (4 h by default), is byte for byte a retry.
 */
const bucket = 30 * minute;

/** What makes two requests the same delivery: the sender's id, or else the content within half an hour of the clock. */
export function deliveryKey(parsed: Pick<Parsed, "id" | "content">, at: Date): string {
  const id = parsed.id?.trim() ?? "";
  if (id !== "") return /^[\w.:-]{1,128}$/.test(id) ? id : `sha256-${hash(id)}`;
  if (parsed.content === undefined)
    throw new Error("a source told neither a delivery id nor a content to deduplicate by");
  return `${hash(parsed.content).slice(0, 32)}@${Math.floor(at.getTime() / bucket)}`;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
