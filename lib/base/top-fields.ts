import { formPairs } from "./form-pairs.ts";
import { isObject } from "./is-object.ts";
import { readMultipart } from "./read-multipart.ts";

/** A request as far as its fields go. */
type Sent = { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> };

/**
 * What stands at the top of a body under a name, JSON, form or multipart form, read for nothing but a proof or to tell whose it
 * is: none where it is longer than `maxBytes`, or is nothing of these.
 */
export function topFields({ body, headers }: Sent, maxBytes: number): ReadonlyMap<string, unknown> {
  if (body.byteLength > maxBytes) return new Map();
  const parts = readMultipart(body, headers["content-type"]);
  if (parts) return new Map(Object.entries(parts));
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8").trimStart();
  return text.startsWith("{") ? fieldsOf(text) : formOf(text);
}

function fieldsOf(text: string): ReadonlyMap<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return new Map(isObject(json) ? Object.entries(json) : []);
  } catch {
    return new Map();
  }
}

/** Of a repeated name the first counts, as of a query's. */
const formOf = (text: string): ReadonlyMap<string, unknown> => new Map(formPairs(text)?.toReversed());
