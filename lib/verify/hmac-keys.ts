import type { Hmac } from "../model/hmac.ts";

const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** How many bytes a decoded key has at least: a shorter one comes of a text that is no base64, and could be guessed. */
const shortest = 16;

/**
 * The keys that a secret may stand for. Senders that hand out `whsec_…` sign with what that is base64 of; where somebody chose a
 * secret of his own, some sign with its text instead. Never an empty key, which anybody could sign with.
 */
export function hmacKeys({ key }: Pick<Hmac, "key">, secret: string): readonly (string | Uint8Array)[] {
  if (key === undefined) return [secret];
  const isMarked = secret.startsWith("whsec_");
  const text = isMarked ? secret.slice("whsec_".length) : secret;
  const decoded = base64.test(text) ? Buffer.from(text, "base64") : Buffer.alloc(0);
  return [...(decoded.byteLength >= shortest ? [decoded] : []), ...(isMarked ? [] : [secret])];
}
