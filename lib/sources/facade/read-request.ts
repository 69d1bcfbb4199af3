import { isObject } from "../../base/is-object.ts";
import { readMultipart } from "../../base/read-multipart.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { parseJson, readForm, readText } from "../read-json.ts";
import { parseLeniently } from "./lenient-json.ts";

/** The fields of a request as its sender named them, and the body as it came where it is a plain text. */
export type ReadRequest = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly text?: string;
};

type Options = {
  /** Whether the query's fields count too, where the body has none of the name: for senders that part them. */
  readonly mergeQuery?: true;
};

/**
 * Reads the fields of a request by what its body looks like, since senders name no type, or a wrong one: JSON (once more,
 * leniently, where templates made it), a form, `payload=` with JSON in it, a multipart form, a plain text. The fields have no
 * prototype.
 */
export function readRequest(inbound: Inbound, { mergeQuery }: Options = {}): ReadRequest | Refusal {
  const read = readBody(inbound);
  if (isRefusal(read) || !mergeQuery) return read;
  return { ...read, fields: withoutPrototype({ ...inbound.query, ...read.fields }) };
}

function readBody(inbound: Inbound): ReadRequest | Refusal {
  const { body, headers } = inbound;
  const parts = readMultipart(body, headers["content-type"]);
  if (parts) return unwrap(parts);
  const read = readText(body);
  if (isRefusal(read)) return read;
  const { text } = read;
  const start = text.trimStart().slice(0, 1);
  if (start === "{" || start === "[") return readObject(text);
  if (isForm(text, headers["content-type"])) {
    const form = readForm(body);
    return isRefusal(form) ? form : unwrap(form.form);
  }
  return { fields: withoutPrototype({}), ...(text !== "" && { text }) };
}

const isForm = (text: string, type = ""): boolean =>
  type.toLowerCase().includes("x-www-form-urlencoded")
    ? text.includes("=")
    : /^[\w.[\]-]{1,60}=[^\s&]*(?:&[^\s&]*)*$/.test(text.slice(0, 100_000));

/** Forms in which the JSON is one field: Slack's `payload`, Discord's `payload_json`. */
function unwrap(fields: Readonly<Record<string, string>>): ReadRequest | Refusal {
  const payload = fields["payload"] ?? fields["payload_json"];
  return payload?.trimStart().startsWith("{") ? readObject(payload) : { fields: withoutPrototype(fields) };
}

function readObject(text: string): ReadRequest | Refusal {
  const strict = parseJson(text);
  const read = isRefusal(strict) ? (parseLeniently(text) ?? strict) : strict;
  if (isRefusal(read)) return read;
  return isObject(read.json)
    ? { fields: withoutPrototype(read.json) }
    : refuse("invalid", "body: expected a JSON object", "正文：应为 JSON 对象");
}

const withoutPrototype = <Value>(fields: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.assign(Object.create(null) as Record<string, Value>, fields);
