import { isRefusal, type Refusal } from "../../model/refusal.ts";
import { parseJson, readForm, readJson } from "../read-json.ts";

const field = "payload=";

/**
 * A body's JSON, or that of a form which has nothing but the field `payload`. The body itself says which it is, not its content type,
 * which nobody signs: what is read is what was signed.
 */
export function readPayload(body: Uint8Array): { readonly json: unknown } | Refusal {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1");
  if (!text.startsWith(field) || text.includes("&")) return readJson(body);
  const read = readForm(body);
  return isRefusal(read) ? read : parseJson(read.form["payload"] ?? "");
}
