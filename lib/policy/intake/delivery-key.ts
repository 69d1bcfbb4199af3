import { createHash } from "node:crypto";
import { type Duration, readDuration } from "../../model/duration.ts";
import type { Parsed, Source } from "../../model/source.ts";
import { minute } from "../../base/time.ts";

/** A sender's retries come within so long (ms), if not within half of what counts as a repeat. */
const retryTime = 2 * minute;

/** How long (ms) the same content is the sender's repeat: as the route says, or else as is usual for its source, or such a body. */
export const repeatWithin = (
  { repeat }: { readonly repeat?: Duration },
  source: Pick<Source, "repeatWithin">,
  parsed: Pick<Parsed, "repeatWithin"> = {},
): number => (repeat === undefined ? undefined : readDuration(repeat)) ?? parsed.repeatWithin ?? source.repeatWithin;

/** What a delivery is known by. */
export type DeliveryKey = {
  readonly key: string;
  /** The key of the span before, where a first request of that span may be what this one repeats, and since when (ms). */
  readonly earlier?: { readonly key: string; readonly since: number };
};

/**
 * What makes two requests the same delivery: the sender's id, or else the content within a span of the clock that is
 * `within` (ms) long. A retry may come just after the span's end: then the key of the span before is told too.
 */
export function deliveryKey(parsed: Pick<Parsed, "id" | "content">, within: number, at: Date): DeliveryKey {
  const id = parsed.id?.trim() ?? "";
  if (id !== "") return { key: /^[\w.:-]{1,128}$/.test(id) ? id : `sha256-${hash(id)}` };
  if (parsed.content === undefined)
    throw new Error("a source told neither a delivery id nor a content to deduplicate by");
  const content = hash(parsed.content).slice(0, 32);
  const now = at.getTime();
  const span = Math.floor(now / within);
  const since = now - Math.min(retryTime, within / 2);
  return {
    key: `${content}@${span}`,
    ...(since < span * within && { earlier: { key: `${content}@${span - 1}`, since } }),
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
