import { createHash, timingSafeEqual } from "node:crypto";

/** Compares a given text with a secret one over their digests, so that neither content nor length shows in the time. */
export function equal(given: string | Uint8Array, expected: string | Uint8Array): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

const digest = (value: string | Uint8Array): Buffer => createHash("sha256").update(value).digest();
