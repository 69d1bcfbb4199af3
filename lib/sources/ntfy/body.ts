import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { nothingSaid } from "../facade/nothing-said.ts";
import { readRequest } from "../facade/read-request.ts";
import { mediaType } from "../media-type.ts";
import { readText } from "../read-json.ts";

/** What a body is: a message in JSON, words as they stand, or a file. */
export type Body =
  | { readonly fields: Readonly<Record<string, unknown>> }
  | { readonly text: string }
  | { readonly file: Uint8Array };

/** Names of a message in JSON, any of which tells that it is one. */
const own = ["topic", "message", "title", "attach"];

const alien = refuse(
  "invalid",
  "the body is JSON, but no message of ntfy's: it has neither message nor title; a route with source generic reads any JSON",
  "正文是 JSON，但不是 ntfy 的消息：没有 message 也没有 title；source 为 generic 的路由能读任意 JSON",
);

/** JSON as nobody begins a sentence. */
const json = /^(?:\{\s*["}]|\[\s*[[{"])/;

const isForm = (text: string): boolean => /(?:^|&)message=/.test(text);

/** Reads a body as ntfy does, but that no JSON or form is told as it came. A file is what is named, or cannot be read as text. */
export function readBody(inbound: Inbound, isNamed: boolean): Body | Refusal {
  if (isNamed && inbound.body.byteLength > 0) return { file: inbound.body };
  const type = mediaType(inbound.headers);
  if (type === "multipart/form-data") return readFields(inbound, nothingSaid);
  const read = readText(inbound.body);
  if (isRefusal(read)) return { file: inbound.body };
  const text = read.text.trim();
  if (json.test(text)) return readFields(inbound, alien);
  // Curl's default type, whatever it sends: a sentence with `=` in it is one.
  if (type === "application/x-www-form-urlencoded" && isForm(text)) return readFields(inbound, alien);
  return { text };
}

function readFields(inbound: Inbound, otherwise: Refusal): Body | Refusal {
  const read = readRequest(inbound);
  if (isRefusal(read)) return read;
  return own.some((name) => Object.hasOwn(read.fields, name)) ? { fields: read.fields } : otherwise;
}
