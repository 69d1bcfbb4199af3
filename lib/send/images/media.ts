import { createHash } from "node:crypto";
import { scenes } from "../../model/scene.ts";
import type { Target } from "../../model/target.ts";
import type { Clock, Media, NoMedia, Prepared } from "../../ports.ts";
import type { ApiOptions } from "../api.ts";
import type { FetchOptions } from "./fetch-image.ts";
import { createImageSource, type ImageSource } from "./image-source.ts";
import { noMedia } from "./no-media.ts";
import { isDataUrl } from "./read-data-url.ts";
import { createLookUp } from "./look-up.ts";
import { createRecent } from "./recent.ts";
import { rememberFailures } from "./remember-failures.ts";
import { createUploadTwice } from "./upload-twice.ts";
import { day, hour, minute } from "../../base/time.ts";

export type MediaOptions = ApiOptions & FetchOptions & { readonly wait: Clock["wait"] };

/** Uploads and unreachable addresses that are remembered, each. */
const remembered = 100;

/** A `file_info` that ends sooner than this (ms) is not used again: the send and its repeats come after. */
const margin = 30_000;

/** What an address shows may change (a chart of now): its upload is not used again for longer (ms), whatever the ttl. */
const freshMs = 5 * minute;

/**
 * Pictures as each scene takes them: uploaded first in c2c and group, where one upload serves every target of the scene
 * until QQ's `ttl`; an address or the bytes in channel and dm. What is remembered is remembered by one instance only.
 */
export function createMedia(options: MediaOptions): Media {
  const lookup = rememberFailures(options.lookup ?? createLookUp(), options.now);
  const source = createImageSource({ ...options, lookup });
  const uploads = createUploads(options, source);
  const unreachable = createRecent<true>(remembered);

  return {
    prepare: async (target, image, deadline) => {
      const key = keyOf(target, image);
      if (scenes[target.scene].wire === "v2") return uploads.prepare(target, image, key, deadline);
      return unreachable.get(key) ? source.bring(image, deadline) : source.find(image, deadline);
    },
    isInternal: async (image, deadline) => {
      const found = isDataUrl(image) ? undefined : await source.find(image, deadline);
      return found?.kind === "no-media" && found.internal === true;
    },
    forget: (target, image) => {
      const key = keyOf(target, image);
      if (scenes[target.scene].wire === "v2") uploads.forget(key);
      else unreachable.set(key, true);
    },
  };
}

/** A `file_info` is of no use in another scene. */
const keyOf = ({ scene }: Target, image: string): string =>
  `${scene} ${createHash("sha256").update(image).digest("base64")}`;

function createUploads(options: MediaOptions, source: ImageSource) {
  const { now } = options;
  const uploadTwice = createUploadTwice(options, source);
  const known = createRecent<{ readonly fileInfo: string; readonly until: number }>(remembered);
  let closedUntil = 0;

  return {
    prepare: async (target: Target, image: string, key: string, deadline: number): Promise<Prepared | NoMedia> => {
      const held = known.get(key);
      if (held && held.until > now()) return { kind: "file-info", fileInfo: held.fileInfo };
      if (now() < closedUntil) return noMedia("today's upload volume is used up");
      const uploaded = await uploadTwice(target, image, deadline);
      if (uploaded.kind === "no-media") return uploaded;
      if (uploaded.kind === "refused") {
        const { code, status, message } = uploaded.answer;
        if (code === volumeUsedUp) closedUntil = nextDay(now());
        return noMedia(["upload refused", code ?? status, message].filter(Boolean).join(": "));
      }
      const { fileInfo, expiresAt = Infinity } = uploaded;
      known.set(key, { fileInfo, until: Math.min(expiresAt - margin, isDataUrl(image) ? Infinity : now() + freshMs) });
      return { kind: "file-info", fileInfo };
    },
    forget: known.forget,
  };
}

const volumeUsedUp = 40093002;

/** QQ's day, as this project reads it: it begins at midnight in Shanghai, which has no summer time. */
function nextDay(now: number): number {
  const ahead = 8 * hour;
  return (Math.floor((now + ahead) / day) + 1) * day - ahead;
}
