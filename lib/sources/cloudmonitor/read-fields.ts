import { isObject } from "../../base/is-object.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal, refuse } from "../../model/refusal.ts";
import { readBody } from "../generic/read-body.ts";
import { parseJson } from "../read-json.ts";

/** A callback's fields; in a form its objects are JSON in text. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a callback, a form or JSON. */
export function readFields(inbound: Inbound): { readonly fields: Fields; readonly text: string } | Refusal {
  const read = readBody(inbound);
  if (isRefusal(read)) return read;
  if (read.as === "plain text" || !isObject(read.body))
    return refuse(
      "unreadable",
      "body: expected a form or a JSON object, as CloudMonitor sends them",
      "body：要表单或 JSON 对象，云监控就是这样发的",
    );
  return { fields: read.body, text: read.text };
}

/** A member that is text, in one line's worth; CloudMonitor writes `null` for what it does not know. */
export function textAt(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text === "null" ? "" : text;
}

/** A member that is an object, or JSON of one; empty where it is none. */
export function objectAt(fields: Fields, name: string): Fields {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (isObject(value)) return value;
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return {};
  const parsed = parseJson(value);
  return isRefusal(parsed) || !isObject(parsed.json) ? {} : parsed.json;
}
