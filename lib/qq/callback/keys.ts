import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

/** A bot's one key pair: QQ signs callbacks with the same key that answers its address check. */
export type CallbackKeys = { readonly sign: KeyObject; readonly verify: KeyObject };

/** DER of an Ed25519 private key without its 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * Keys of a bot secret: doubled until it fills 32 bytes, cut there, taken as the Ed25519 seed (QQ's page on webhooks).
 * Costs over a millisecond, so derive once. Without a secret there are no keys, and no callback passes.
 */
export function deriveKeys(secret: string): CallbackKeys | undefined {
  let seed = Buffer.from(secret);
  if (seed.length === 0) return undefined;
  while (seed.length < 32) seed = Buffer.concat([seed, seed]);
  const key = Buffer.concat([pkcs8, seed.subarray(0, 32)]);
  const sign = createPrivateKey({ key, format: "der", type: "pkcs8" });
  return { sign, verify: createPublicKey(sign) };
}
