import { topFields } from "../../base/top-fields.ts";
import type { Inbound } from "../../model/inbound.ts";
import type { Source } from "../../model/source.ts";

/** Bodies longer than this (bytes) are told by their headers alone. */
const maxBytes = 1_024 * 1_024;

const none: ReadonlySet<string> = new Set();

/** The names at the top of a body, and of the JSON in a form's `payload`. */
function keysOf(inbound: Inbound): ReadonlySet<string> {
  const fields = topFields(inbound, maxBytes);
  const payload = fields.get("payload");
  const inner = typeof payload === "string" ? topFields({ body: Buffer.from(payload), headers: {} }, maxBytes) : [];
  return new Set([...fields.keys(), ...[...inner].map(([name]) => name)]);
}

/**
 * Which of the sources that a route takes a request is of: the first in the order of the route's own list that knows it by
 * its headers, else the first that knows it by the names in its body, else the last of the list.
 */
export function chooseSource(listed: readonly Source[], inbound: Inbound): Source | undefined {
  if (listed.length <= 1) return listed[0];
  const byHeaders = listed.find((source) => source.isMine?.(inbound, none));
  if (byHeaders) return byHeaders;
  const keys = keysOf(inbound);
  return listed.find((source) => source.isMine?.(inbound, keys)) ?? listed.at(-1);
}
