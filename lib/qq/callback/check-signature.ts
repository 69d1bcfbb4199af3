import { verify } from "node:crypto";
import type { Inbound } from "../../model/inbound.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import type { CallbackKeys } from "./keys.ts";
import { minute, second } from "../../base/time.ts";

/** How far (ms) a signature's time may lie from the clock, either way; QQ states nothing. */
const tolerance = 5 * minute;

/**
 * Whether QQ signed these bytes: Ed25519 over the timestamp header's text and the raw body. Only digits make a timestamp,
 * or else the border between it and the body could be moved. One header without the other is a bad signature.
 */
export function checkSignature(inbound: Inbound, keys: CallbackKeys, now: number): "signed" | "unsigned" | Refusal {
  const signature = inbound.headers["x-signature-ed25519"];
  const timestamp = inbound.headers["x-signature-timestamp"];
  if (signature === undefined && timestamp === undefined) return "unsigned";
  if (timestamp === undefined || !/^\d{1,16}$/.test(timestamp))
    return refuse(
      "unauthorized",
      "X-Signature-Timestamp is missing or malformed: expected seconds of the epoch",
      "缺 X-Signature-Timestamp，或格式不对：要 1970 年以来的秒数",
    );
  if (signature === undefined || !/^[0-9a-f]{128}$/i.test(signature))
    return refuse(
      "unauthorized",
      "X-Signature-Ed25519 is missing or malformed: expected 128 hex digits",
      "缺 X-Signature-Ed25519，或格式不对：要 128 位十六进制",
    );
  const bytes = Buffer.from(signature, "hex");
  const signed = Buffer.concat([Buffer.from(timestamp), inbound.body]);
  // The top bits of a well-formed signature are zero; the official Go SDK refuses others before it verifies.
  if (((bytes[63] ?? 0xff) & 0xe0) !== 0 || !verify(null, signed, keys.verify, bytes))
    return refuse(
      "unauthorized",
      "X-Signature-Ed25519 does not match: check that QQ_APP_SECRET is the bot's secret",
      "X-Signature-Ed25519 对不上：请检查 QQ_APP_SECRET 是不是这个机器人的密钥",
    );
  const age = Math.abs(now - Number(timestamp) * second);
  if (age <= tolerance) return "signed";
  return refuse(
    "unauthorized",
    `stale timestamp: ${Math.round(age / second)} s away from the clock, 300 s are allowed`,
    `时间戳过期：和本机时钟差 ${Math.round(age / second)} 秒，最多允许 300 秒`,
  );
}
