import { readFiles } from "../../base/read-multipart.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { nothingSaid } from "../facade/nothing-said.ts";
import { readRequest } from "../facade/read-request.ts";
import { mediaType } from "../media-type.ts";
import { readText } from "../read-json.ts";

/** What a body holds: a message in JSON or a form, words as they stand, a file. */
export type Body = {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  readonly file?: { readonly bytes: Uint8Array; readonly name?: string };
};

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
  const type = mediaType(inbound.headers);
  if (type === "multipart/form-data") return readParts(inbound);
  const file = { bytes: inbound.body };
  if (isNamed && inbound.body.byteLength > 0) return { file };
  const read = readText(inbound.body);
  if (isRefusal(read)) return { file };
  const text = read.text.trim();
  if (json.test(text)) return readFields(inbound, alien);
  // Curl's default type, whatever it sends: a sentence with `=` in it is one.
  if (type === "application/x-www-form-urlencoded" && isForm(text)) return readFields(inbound, alien);
  return { text };
}

/** A form of parts, which Apprise makes of an upload. */
function readParts(inbound: Inbound): Body | Refusal {
  const [first] = readFiles(inbound.body, inbound.headers["content-type"]);
  const file = first && { bytes: first.bytes, ...(first.file !== "" && { name: first.file }) };
  const read = readFields(inbound, nothingSaid);
  if (file === undefined) return read;
  return isRefusal(read) ? { file } : { ...read, file };
}

function readFields(inbound: Inbound, otherwise: Refusal): Body | Refusal {
  const read = readRequest(inbound);
  if (isRefusal(read)) return read;
  return own.some((name) => Object.hasOwn(read.fields, name)) ? { fields: read.fields } : otherwise;
}
