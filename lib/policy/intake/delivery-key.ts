import { createHash } from "node:crypto";
import type { Parsed } from "../../model/source.ts";

/**
 * What makes two requests the same delivery: the sender's id, or else the content within a span of the clock that is
 * `repeatWithin` (ms) long.
 */
export function deliveryKey(parsed: Pick<Parsed, "id" | "content">, repeatWithin: number, at: Date): string {
  const id = parsed.id?.trim() ?? "";
  if (id !== "") return /^[\w.:-]{1,128}$/.test(id) ? id : `sha256-${hash(id)}`;
  if (parsed.content === undefined)
    throw new Error("a source told neither a delivery id nor a content to deduplicate by");
  return `${hash(parsed.content).slice(0, 32)}@${Math.floor(at.getTime() / repeatWithin)}`;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
