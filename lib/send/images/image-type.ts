import type { ImageType } from "../../model/image.ts";

/** Each kind of picture by its first bytes; `·` is any byte. */
const beginnings = {
  "image/png": ["\x89PNG\r\n\x1a\n"],
  "image/jpeg": ["\xff\xd8\xff"],
  "image/gif": ["GIF87a", "GIF89a"],
  "image/webp": ["RIFF····WEBP"],
} as const satisfies Record<ImageType, readonly string[]>;

/** What a picture is by its own bytes; undefined when it is none that QQ shows, whatever was said of it. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  const begins = (beginning: string): boolean =>
    beginning.split("").every((sign, at) => sign === "·" || bytes[at] === sign.charCodeAt(0));
  const types = Object.keys(beginnings) as readonly ImageType[];
  return types.find((type) => beginnings[type].some(begins));
}
