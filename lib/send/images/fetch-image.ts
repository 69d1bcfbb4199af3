import type { Image } from "../../model/image.ts";
import type { NoMedia } from "../../ports.ts";
import { download } from "./download.ts";
import { createFindPublic, type PublicOptions } from "./find-public.ts";
import { imageType } from "./image-type.ts";
import { maxImageBytes } from "./max-image-bytes.ts";
import { noMedia } from "./no-media.ts";

export type FetchOptions = PublicOptions & {
  readonly now: () => number;
  readonly maxBytes?: number;
  /** For all of it: look-ups, redirects, bytes. */
  readonly maximumMs?: number;
};

/** `deadline` in ms of the epoch. */
export type FetchImage = (url: string, deadline: number) => Promise<({ readonly kind: "image" } & Image) | NoMedia>;

const maxRedirects = 3;

/**
 * Fetches a picture on behalf of a webhook, and nothing else: each hop has to be public by `createFindPublic`, and what
 * comes has to be called an image and be one by its bytes.
 */
export function createFetchImage(options: FetchOptions): FetchImage {
  const { now, maxBytes = maxImageBytes, maximumMs = 5_000 } = options;
  const findPublic = createFindPublic(options);

  return async (url, deadline) => {
    const left = Math.floor(Math.min(maximumMs, deadline - now()));
    if (left <= 0) return noMedia("no time left to download the image");
    const signal = AbortSignal.timeout(left);
    let at = url;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const place = await findPublic(at, signal);
      // Behind a redirect it is not the image's own address that is internal.
      if (place.kind === "no-media") return hop === 0 ? place : noMedia(place.reason);
      const downloaded = await download(place, { maxBytes, signal });
      if (downloaded.kind === "no-media") return downloaded;
      if (downloaded.kind === "file") return asImage(downloaded);
      at = downloaded.to;
    }
    return noMedia(`more than ${maxRedirects} redirects`);
  };
}

function asImage({ bytes, contentType }: { readonly bytes: Uint8Array; readonly contentType: string }) {
  if (!/^\s*image\//i.test(contentType)) return noMedia("the download is not called an image");
  const type = imageType(bytes);
  return type ? ({ kind: "image", bytes, type } as const) : noMedia("not a PNG, JPEG, GIF or WebP");
}
