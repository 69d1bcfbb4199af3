import type { Image } from "../../model/image.ts";
import type { NoMedia } from "../../ports.ts";
import { imageType } from "./image-type.ts";
import { maxImageBytes } from "./max-image-bytes.ts";
import { noMedia } from "./no-media.ts";

export const isDataUrl = (image: string): boolean => /^\s*data:/i.test(image);

/** The picture in a `data:` URL: base64 only, declared an image, and one by its bytes. Measured before it is decoded. */
export function readDataUrl(
  text: string,
  maxBytes: number = maxImageBytes,
): ({ readonly kind: "image" } & Image) | NoMedia {
  const comma = text.indexOf(",");
  const [type = "", ...rest] = text.slice(0, Math.max(comma, 0)).trim().toLowerCase().split(";");
  if (!type.startsWith("data:image/")) return noMedia("the data: URL is no image");
  if (rest.at(-1)?.trim() !== "base64") return noMedia("the data: URL is not base64");
  // Four signs carry three bytes; line breaks and padding may make it a little longer.
  if (text.length - comma > maxBytes * 1.4 + 1_000) return noMedia("the image is too large");
  const data = text.slice(comma + 1).replaceAll(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(data)) return noMedia("the data: URL is not base64");
  const bytes = Buffer.from(data, "base64");
  if (bytes.length > maxBytes) return noMedia("the image is too large");
  const found = imageType(bytes);
  return found ? { kind: "image", bytes, type: found } : noMedia("not a PNG, JPEG, GIF or WebP");
}
