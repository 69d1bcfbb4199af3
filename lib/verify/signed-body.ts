import type { Hmac } from "../model/hmac.ts";

const view = (body: Uint8Array): Buffer => Buffer.from(body.buffer, body.byteOffset, body.byteLength);

/**
 * What of a body was signed. A form's JSON only where nothing else is in the form: what is read later must be what was signed,
 * whichever of two fields of a name a reader takes, and whether it takes the body for a form at all.
 */
export function signedBody({ form }: Pick<Hmac, "form">, body: Uint8Array): string | Uint8Array {
  const name = `${form}=`;
  if (form === undefined || view(body.subarray(0, name.length)).toString("latin1") !== name) return body;
  const value = view(body).toString("latin1").slice(name.length);
  if (value.includes("&")) return body;
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch {
    return body;
  }
}

/**
 * Keeps a recorded time-stamped request from passing later as an unstamped one whose body is the text that was signed; one
 * whose stamp was refused for its zeros too.
 */
export const looksStamped = (body: Uint8Array): boolean =>
  /^0*[1-9]\d{9}[.:]/.test(view(body.subarray(0, 100)).toString("latin1"));
