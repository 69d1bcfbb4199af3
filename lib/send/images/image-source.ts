import type { NoMedia } from "../../ports.ts";
import { createFetchImage, type FetchOptions } from "./fetch-image.ts";
import { createFindPublic } from "./find-public.ts";
import { noMedia } from "./no-media.ts";
import { isDataUrl, readDataUrl } from "./read-data-url.ts";
import type { UploadSource } from "./upload.ts";

/** Where a picture comes from. Deadlines in ms of the epoch. */
export type ImageSource = {
  /** The picture of a `data:` URL, or a public http(s) URL for QQ to fetch. */
  readonly find: (image: string, deadline: number) => Promise<UploadSource | NoMedia>;
  /** The picture itself, for when QQ could not fetch it: its servers do not reach everything that ours do. */
  readonly bring: (image: string, deadline: number) => Promise<UploadSource | NoMedia>;
};

/** For the look-up of a host that QQ is to be sent to. */
const lookUpMs = 2_000;

/**
 * An http(s) URL is QQ's to fetch, so that the relay opens no connection on a webhook's word unless it has to; it is
 * checked all the same, since a message must not show an address of the relay's own network to those who read it.
 */
export function createImageSource(options: FetchOptions): ImageSource {
  const findPublic = createFindPublic(options);
  const fetchImage = createFetchImage(options);

  return {
    find: async (image, deadline) => {
      if (isDataUrl(image)) return asBytes(readDataUrl(image, options.maxBytes));
      const left = Math.floor(Math.min(lookUpMs, deadline - options.now()));
      if (left <= 0) return noMedia("no time left to look the image's host up");
      const found = await findPublic(image, AbortSignal.timeout(left));
      return found.kind === "public" ? { kind: "url", url: found.url.href } : found;
    },
    bring: async (image, deadline) =>
      asBytes(isDataUrl(image) ? readDataUrl(image, options.maxBytes) : await fetchImage(image, deadline)),
  };
}

const asBytes = (read: ReturnType<typeof readDataUrl>): UploadSource | NoMedia =>
  read.kind === "image" ? { ...read, kind: "bytes" } : read;
