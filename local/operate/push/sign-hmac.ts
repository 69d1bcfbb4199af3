import { createHmac } from "node:crypto";
import type { Hmac } from "../../../lib/model/hmac.ts";
import { hmacKeys } from "../../../lib/verify/hmac-keys.ts";
import { signedBody } from "../../../lib/verify/signed-body.ts";

/** Headers by which a sender signs a body, and the body where the time of the signature is part of that. */
export type SignedRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

type At = { readonly now: Date; readonly id: string };

/** Signs a body as a sender does by the relay's own table of senders. `id` names the message where that is signed too. */
export function signHmac(hmac: Hmac, secret: string, text: string, { now, id }: At): SignedRequest {
  const { time, prefix = "", signed = "{body}", algorithm = "sha256" } = hmac;
  const [name = ""] = hmac.headers;
  const stamp = String(time?.unit === "ms" ? now.getTime() : Math.floor(now.getTime() / 1_000));
  const body = time && "field" in time ? withField(text, time.field, Number(stamp)) : text;
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    "{body}": signedBody(hmac, Buffer.from(body)),
    "{time}": stamp,
    "{id}": id,
    "{secret}": secret,
  };
  const [key = secret] = hmacKeys(hmac, secret);
  const digest = createHmac(algorithm, key);
  for (const part of signed.split(/(\{\w+\})/)) digest.update(parts[part] ?? part);
  const digits = `${prefix}${digest.digest(hmac.encoding ?? "hex")}`;
  return {
    headers: {
      [name]: time && "part" in time ? `${time.part}=${stamp},${digits}` : digits,
      ...(time && "header" in time && { [time.header]: stamp }),
      ...(hmac.id !== undefined && { [hmac.id]: id }),
    },
    body,
  };
}

/** A JSON object with one of its fields set; what is none stays as it is. */
export function withField(text: string, name: string, value: string | number): string {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? JSON.stringify({ ...json, [name]: value })
      : text;
  } catch {
    return text;
  }
}
