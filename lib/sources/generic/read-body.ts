import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { mediaType } from "../media-type.ts";
import { parseJson, readForm, readText } from "../read-json.ts";

/** A body in the sender's own shape; plain text becomes `{ text }`. `text` is it as it came. */
export type ReadBody = {
  readonly as: "JSON" | "form" | "plain text";
  readonly body: unknown;
  readonly text: string;
};

/**
 * Reads JSON, a form or plain text. What starts with `{` is JSON under any content type, and a form without `=` is plain
 * text, since `curl -d` calls everything a form.
 */
export function readBody(inbound: Inbound): ReadBody | Refusal {
  const type = mediaType(inbound.headers);
  if (type.startsWith("multipart/")) {
    return refuse(
      "unreadable",
      "Content-Type: multipart bodies are not read; send JSON, a form or plain text",
      "Content-Type：不读 multipart 正文；请发 JSON、表单或纯文本",
    );
  }
  const read = readText(inbound.body);
  if (isRefusal(read)) return read;
  const { text } = read;
  if (/[/+]json$/.test(type) || text.trimStart().startsWith("{")) {
    const parsed = parseJson(text);
    return isRefusal(parsed) ? parsed : { as: "JSON", body: parsed.json, text };
  }
  if (type === "application/x-www-form-urlencoded" && text.includes("=")) {
    const form = readForm(inbound.body);
    return isRefusal(form) ? form : { as: "form", body: form.form, text };
  }
  return { as: "plain text", body: { text }, text };
}
