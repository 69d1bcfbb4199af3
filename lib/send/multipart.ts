import { randomUUID } from "node:crypto";
import type { Image } from "../model/image.ts";

/**
 * A body with a picture beside it, as QQ's channel and dm take it: text fields as they are, everything else as JSON, the
 * picture as `file_image`. Written by hand, since `FormData` brings Node's whole fetch into a cold start.
 */
export function multipart(
  fields: Readonly<Record<string, unknown>>,
  { bytes, type }: Image,
  boundary: string = `qq-relay-${randomUUID()}`,
): { readonly type: string; readonly body: Uint8Array } {
  const parts = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) =>
      part(boundary, `name="${name}"`, typeof value === "string" ? value : JSON.stringify(value)),
    );
  const name = `name="file_image"; filename="image.${type.slice("image/".length)}"\r\ncontent-type: ${type}`;
  const body = Buffer.concat([
    Buffer.from(parts.map((one) => `${one}\r\n`).join("") + part(boundary, name, "")),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

const part = (boundary: string, name: string, value: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; ${name}\r\n\r\n${value}`;
