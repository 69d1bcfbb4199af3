import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import { readRequest } from "../facade/read-request.ts";

/** What a request says by names, of body and query; words of its user's own making are its `text`. The secret is none of it. */
export function readFields(inbound: Inbound): Readonly<Record<string, unknown>> | Refusal {
  const { key: _, ...query } = inbound.query;
  const read = readRequest(inbound);
  if (isRefusal(read)) return read;
  return { ...query, ...(read.text?.trim() && { text: read.text }), ...read.fields };
}
