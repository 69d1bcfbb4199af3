import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import { readRequest } from "../facade/read-request.ts";
import { mediaType } from "../media-type.ts";
import { pathWords } from "./path-words.ts";

export type BarkFields = ReadonlyMap<string, unknown>;

type Named = Readonly<Record<string, unknown>>;

/**
 * The fields of a message by their names in lower case, since Bark's server takes any. The path's come before all others, then the
 * body's before the query's; the query's before a body's that says it is JSON (`route_push.go`). A plain text is the message.
 */
export function readFields(inbound: Inbound): BarkFields | Refusal {
  const read = readRequest(inbound);
  if (isRefusal(read)) return read;
  const body: Named = read.text === undefined ? read.fields : { body: read.text };
  const isJson = mediaType(inbound.headers) === "application/json";
  const layers: readonly Named[] = isJson ? [body, inbound.query] : [inbound.query, body];
  return new Map(
    [...layers, pathWords(inbound)].flatMap((layer) =>
      Object.entries(layer).map(([name, value]) => [name.toLowerCase(), value] as const),
    ),
  );
}
