import { verify } from "node:crypto";
import { second } from "../../../lib/base/time.ts";
import { isObject } from "../../../lib/base/is-object.ts";
import { type CallbackKeys, deriveKeys } from "../../../lib/qq/callback/keys.ts";
import { signCallback } from "../../../lib/qq/callback/sign-callback.ts";
import { readBody } from "../../../lib/qq/read-body.ts";
import type { CallbackFacts } from "../facts.ts";
import type { Ask } from "./ask.ts";

type Bot = { readonly appId: string; readonly appSecret: string };

/** QQ gives up after about as long. */
const timeoutMs = 5 * second;

/**
 * Sends an address check (op 13) to the public callback address as QQ's console does, signed by the bot's own key, and proves the answer by
 * the same key: whoever answers it rightly has the bot's secret. It changes nothing. `token`: 1 to 128 letters or digits.
 */
export async function askCallback(
  url: string,
  { appId, appSecret }: Bot,
  { ask, now, token }: { readonly ask: Ask; readonly now: number; readonly token: string },
): Promise<CallbackFacts | undefined> {
  const keys = deriveKeys(appSecret);
  if (!keys) return undefined;
  const eventTs = String(Math.floor(now / second));
  const body = new Uint8Array(Buffer.from(JSON.stringify({ d: { plain_token: token, event_ts: eventTs }, op: 13 })));
  const headers = signCallback(body, { appId, keys }, now);
  const answer = await ask(url, { method: "POST", headers, body, timeoutMs });
  if (answer.kind === "lost") return { url, answer };
  const read = readBody(answer.text);
  const json = read.kind === "json" ? read.json : {};
  if (answer.status === 200 && json["plain_token"] === token && isSigned(json["signature"], eventTs + token, keys))
    return { url, answer: { kind: "proven" } };
  const relay = isObject(json) && typeof json["error"] === "string" && answer.status === 401;
  return { url, answer: { kind: "unproven", status: answer.status, relay } };
}

const isSigned = (signature: unknown, text: string, keys: CallbackKeys): boolean =>
  typeof signature === "string" &&
  /^[0-9a-f]{128}$/i.test(signature) &&
  verify(null, Buffer.from(text), keys.verify, Buffer.from(signature, "hex"));
