import { second } from "../../base/time.ts";
import type { ExactAnswer, Inbound } from "../../model/inbound.ts";
import { inJson } from "../facade/answers.ts";

/** In characters: a longer name of a file is cut. */
const maxName = 100;

/** In bytes: a multipart form names its file before the file itself. */
const head = 4_096;

/** The id of a file that is kept nowhere is its name, so that the message which follows can tell it: `media-name.ts` reads it. */
const mediaIdOf = (name: string): string =>
  `relay-${Buffer.from(name.slice(0, maxName).toWellFormed()).toString("base64url")}`;

function fileNameOf({ body }: Inbound): string {
  const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, head)).toString("utf8");
  const [, name = ""] = /;\s*filename="([^"\r\n]{1,400})"/i.exec(text) ?? [];
  return name.split(/[\\/]/).at(-1) ?? "";
}

/** Answers the upload of a file, which tells nothing yet: the message with its id does. Undefined for all else. */
export function takeMedia(inbound: Inbound): ExactAnswer | undefined {
  if (inbound.rest?.at(-1) !== "upload_media") return undefined;
  return inJson(200, {
    errcode: 0,
    errmsg: "ok",
    type: inbound.query["type"] === "voice" ? "voice" : "file",
    media_id: mediaIdOf(fileNameOf(inbound)),
    created_at: String(Math.floor(inbound.at.getTime() / second)),
  });
}
