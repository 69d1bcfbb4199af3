import { sign } from "node:crypto";
import { second } from "../../base/time.ts";
import type { CallbackKeys } from "./keys.ts";

/** Headers of a callback with these bytes, as QQ signs it. `now` (ms) is when it is sent, not when the event was. */
export function signCallback(
  body: Uint8Array,
  { appId, keys }: { readonly appId: string; readonly keys: CallbackKeys },
  now: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / second));
  return {
    "content-type": "application/json",
    "x-bot-appid": appId,
    "x-signature-method": "Ed25519",
    "x-signature-timestamp": timestamp,
    "x-signature-ed25519": sign(null, Buffer.concat([Buffer.from(timestamp), body]), keys.sign).toString("hex"),
  };
}
