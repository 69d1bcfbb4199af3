import { topFields } from "../../base/top-fields.ts";
import type { Inbound } from "../../model/inbound.ts";
import { textOf } from "./text-of.ts";

/** A body this long (bytes) is not read again for an answer. */
const maxBytes = 256 * 1_024;

/** Reads fields of a request, of its body or else its query, for what an answer repeats of them. */
export function sentFields(inbound: Inbound): (name: string) => string | undefined {
  const fields = topFields(inbound, maxBytes);
  return (name) => textOf(fields.get(name) ?? inbound.query[name]);
}
