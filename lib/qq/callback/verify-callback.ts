import { createHash } from "node:crypto";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { type Json, partOf, readBody } from "../read-body.ts";
import { answerCheck, type CheckAnswer } from "./answer-check.ts";
import { checkSignature } from "./check-signature.ts";
import { type Envelope, readEnvelope } from "./envelope.ts";
import type { CallbackKeys } from "./keys.ts";
import { isLifeSign } from "./life-sign.ts";

/** A callback that QQ made. `id` is the same in each of QQ's repeats; where QQ gave none, it is a hash of the body. */
export type Callback =
  | { readonly kind: "check"; readonly answer: CheckAnswer }
  | { readonly kind: "heartbeat"; readonly answer: { readonly op: 11; readonly d: unknown } }
  /** Of our own gateway process, which signs as QQ does: it is connected to QQ. */
  | { readonly kind: "life-sign"; readonly answer: { readonly op: 11; readonly d: unknown } }
  | { readonly kind: "event"; readonly id: string; readonly envelope: Envelope }
  | { readonly kind: "other" };

/** Whose callbacks pass. Without keys none does. */
export type CallbackBot = {
  readonly appId: string;
  readonly keys: CallbackKeys | undefined;
};

/** Of a callback; QQ's have a few kilobytes. */
const maxBytes = 1024 * 1024;

/** Reads a request to QQ's callback address, trusting nothing before the signature but an address check, which QQ's page shows unsigned. `now` in ms. */
export function verifyCallback(inbound: Inbound, bot: CallbackBot, now: number): Callback | Refusal {
  if (inbound.method !== "POST")
    return refuse("method-not-allowed", "this address takes QQ's callbacks, by POST", "这个地址收 QQ 的回调，用 POST");
  if (inbound.body.byteLength > maxBytes)
    return refuse("too-large", "the body is over 1 MB: no callback of QQ's is", "正文超过 1 MB：QQ 的回调没有这么大");
  if (inbound.headers["x-bot-appid"] !== bot.appId)
    return refuse(
      "unauthorized",
      "X-Bot-Appid does not name this relay's bot: check QQ_APP_ID",
      "X-Bot-Appid 不是这个机器人的：请检查 QQ_APP_ID",
    );
  const { keys } = bot;
  if (!keys)
    return refuse(
      "unauthorized",
      "QQ_APP_SECRET is not set, so no callback can pass",
      "没有设置 QQ_APP_SECRET，所以回调都通不过",
    );
  const signed = checkSignature(inbound, keys, now);
  if (isRefusal(signed)) return signed;

  const read = parse(inbound.body);
  if (signed === "unsigned" && (isRefusal(read) || read.body["op"] !== 13))
    return refuse(
      "unauthorized",
      "no X-Signature-Ed25519 header: QQ signs its callbacks",
      "没有 X-Signature-Ed25519：QQ 的回调都带签名",
    );
  return isRefusal(read) ? read : readCallback(read.body, inbound.body, keys);
}

function readCallback(body: Json, bytes: Uint8Array, keys: CallbackKeys): Callback | Refusal {
  switch (body["op"]) {
    case 0: {
      const envelope = readEnvelope(body);
      return { kind: "event", id: envelope.id ?? createHash("sha256").update(bytes).digest("hex"), envelope };
    }
    case 1:
      return { kind: isLifeSign(body) ? "life-sign" : "heartbeat", answer: { op: 11, d: body["d"] ?? null } };
    case 13: {
      const answer = answerCheck(partOf(body["d"]), keys);
      return isRefusal(answer) ? answer : { kind: "check", answer };
    }
    default:
      return { kind: "other" };
  }
}

function parse(bytes: Uint8Array): { readonly body: Json } | Refusal {
  try {
    const read = readBody(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return read.kind === "json"
      ? { body: read.json }
      : refuse("unreadable", "the body is not a JSON object", "正文不是 JSON 对象");
  } catch {
    return refuse("unreadable", "the body is not valid UTF-8", "正文不是有效的 UTF-8");
  }
}
