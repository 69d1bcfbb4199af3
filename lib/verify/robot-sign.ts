import { createHmac } from "node:crypto";
import { hour, second } from "../base/time.ts";
import type { Inbound } from "../model/inbound.ts";
import { readBodyField } from "./body-field.ts";
import { equal } from "./equal.ts";
import { unescapeBase64 } from "./unescape-base64.ts";

/** Both robots take a signature for an hour, either way. */
const tolerance = hour;

const hmac = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("base64");

/** A robot's signature in a request and when it was made (ms), with how it is reckoned from a secret. */
type Signed = { readonly sign: string; readonly at: number; readonly expected: (secret: string) => string };

const readers = {
  /** DingTalk: in the query, ms of the epoch, HMAC by the secret over `<timestamp>\n<secret>`. */
  dingtalk: ({ query }: Inbound): Signed | undefined => {
    const { sign, timestamp = "" } = query;
    return sign === undefined || !/^\d{13}$/.test(timestamp)
      ? undefined
      : {
          sign: unescapeBase64(sign),
          at: Number(timestamp),
          expected: (secret) => hmac(secret, `${timestamp}\n${secret}`),
        };
  },
  /** Feishu: in the body, seconds of the epoch, HMAC by `<timestamp>\n<secret>` over nothing. */
  feishu: (inbound: Inbound): Signed | undefined => {
    const [sign, timestamp = ""] = [readBodyField(inbound, "sign"), readBodyField(inbound, "timestamp")];
    return sign === undefined || !/^\d{10}$/.test(timestamp)
      ? undefined
      : { sign, at: Number(timestamp) * second, expected: (secret) => hmac(`${timestamp}\n${secret}`, "") };
  },
} as const;

/** How a robot's signature is tried against a secret; undefined where the request has none that is fresh. */
export function readRobotSign(of: keyof typeof readers, inbound: Inbound): ((secret: string) => boolean) | undefined {
  const signed = readers[of](inbound);
  if (!signed || Math.abs(inbound.at.getTime() - signed.at) > tolerance) return undefined;
  return (secret) => equal(signed.sign, signed.expected(secret));
}
