import { isRefusal } from "../../model/refusal.ts";
import { parseJson } from "../read-json.ts";

/** What a field holds: the list or object that its text is the JSON of, as forms and queries carry one, or the value as it is. */
export function jsonIn(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  const read = parseJson(value);
  return isRefusal(read) ? value : read.json;
}
