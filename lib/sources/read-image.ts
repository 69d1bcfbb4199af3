import { httpLink } from "./http-link.ts";

/** In characters: a picture in a `data:` URL is stored with its notice, once per target. */
const maxLength = 100_000;

/** How pictures begin in base64, by their kind. */
const beginnings = { png: "iVBORw0KGgo", jpeg: "/9j/", gif: "R0lGOD", webp: "UklGR" } as const;

const isData = (image: string): boolean => /^data:image\/[a-z0-9.+-]+[;,]/i.test(image);

/** A picture's bare base64, with or without line breaks, as the `data:` URL that it should have been; else as it is. */
function asDataUrl(image: string): string {
  const [kind] = Object.entries(beginnings).find(([, beginning]) => image.startsWith(beginning)) ?? [];
  if (kind === undefined) return image;
  const bytes = image.replace(/\s+/g, "");
  return /^[A-Za-z0-9+/]+={0,2}$/.test(bytes) ? `data:image/${kind};base64,${bytes}` : image;
}

/** A picture's bytes as a `data:` URL; undefined for those of anything else. */
export function dataUrlOf(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.subarray(0, 12).toString("base64");
  const [kind] = Object.entries(beginnings).find(([, beginning]) => start.startsWith(beginning)) ?? [];
  // RIFF is also the beginning of sounds and films.
  if (kind === undefined || (kind === "webp" && buffer.subarray(8, 12).toString("latin1") !== "WEBP")) return undefined;
  return `data:image/${kind};base64,${buffer.toString("base64")}`;
}

/** What became of a sender's image: taken, or left out since it is too large to be kept, or no picture at all. */
export type ReadImage =
  | { readonly kind: "none" }
  | { readonly kind: "taken"; readonly image: string }
  | { readonly kind: "too-large" }
  | { readonly kind: "unread" };

/** Takes an http(s) URL, or a picture in a `data:` URL or in bare base64 that can be kept. */
export function readImage(given: string | undefined): ReadImage {
  if (given === undefined || given.trim() === "") return { kind: "none" };
  const image = asDataUrl(given.trim());
  if (!isData(image)) {
    const link = httpLink(image);
    return link === undefined ? { kind: "unread" } : { kind: "taken", image: link };
  }
  if (image.length > maxLength) return { kind: "too-large" };
  return image.isWellFormed() ? { kind: "taken", image } : { kind: "unread" };
}
