import type { Target } from "../../model/target.ts";
import type { Clock, NoMedia } from "../../ports.ts";
import type { Refused } from "../../qq/read-token.ts";
import type { ApiOptions } from "../api.ts";
import type { ImageSource } from "./image-source.ts";
import { createUpload, type Uploaded } from "./upload.ts";

export type UploadTwice = (target: Target, image: string, deadline: number) => Promise<Uploaded | Refused | NoMedia>;

/** Upload codes that say that QQ did not get the picture from its address: not downloaded, timed out. */
const notFetched: ReadonlySet<number | undefined> = new Set([850026, 850027]);

const passing: ReadonlySet<Refused["as"]> = new Set(["again", "media", "rate"]);

/** Before an upload that failed for a passing reason is tried again. */
const waitMs = 1_000;

/** With less than this (ms) after the wait there is no second try. */
const minMs = 1_500;

/**
 * Uploads a notice's image, and once more after a passing fault, as QQ's page on rich media asks. A picture that QQ could
 * not fetch goes up the second time as bytes that the relay fetched itself.
 */
export function createUploadTwice(
  options: ApiOptions & { readonly wait: Clock["wait"] },
  source: ImageSource,
): UploadTwice {
  const { now, wait } = options;
  const upload = createUpload(options);

  return async (target, image, deadline) => {
    const found = await source.find(image, deadline);
    if (found.kind === "no-media") return found;
    const first = await upload(target, found, deadline);
    if (first.kind === "uploaded" || !passing.has(first.as)) return first;
    if (found.kind === "url" && notFetched.has(first.answer.code)) {
      const brought = await source.bring(image, deadline);
      return brought.kind === "no-media" ? brought : upload(target, brought, deadline);
    }
    if (deadline - now() < waitMs + minMs) return first;
    await wait(waitMs);
    return upload(target, found, deadline);
  };
}
