import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";

/** DER of an Ed25519 private key without its 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

const keys = new Map<string, KeyObject>();

/** The bot secret doubled until it fills 32 bytes: the seed of the one key pair that signs and verifies callbacks. */
export function seedOf(secret: string): Buffer {
  let seed = Buffer.from(secret);
  if (seed.length === 0) throw new Error("the app secret is empty: no callback can be signed with it");
  while (seed.length < 32) seed = Buffer.concat([seed, seed]);
  return seed.subarray(0, 32);
}

function keyOf(secret: string): KeyObject {
  const key =
    keys.get(secret) ?? createPrivateKey({ key: Buffer.concat([pkcs8, seedOf(secret)]), format: "der", type: "pkcs8" });
  keys.set(secret, key);
  return key;
}

/** Hex signature over timestamp and raw body, as in `X-Signature-Ed25519`. */
export const signCallback = (secret: string, timestamp: string, body: string): string =>
  sign(null, Buffer.from(timestamp + body), keyOf(secret)).toString("hex");

export const publicKeyOf = (secret: string): string =>
  createPublicKey(keyOf(secret)).export({ format: "der", type: "spki" }).subarray(-32).toString("hex");

/** Whether a receiver's answer to an address check (op 13) carries the right signature. */
export function isSigned(secret: string, timestamp: string, body: string, signature: string): boolean {
  const bytes = Buffer.from(signature, "hex");
  return bytes.length === 64 && verify(null, Buffer.from(timestamp + body), createPublicKey(keyOf(secret)), bytes);
}
