import type { Inbound } from "../model/inbound.ts";
import { equal } from "./equal.ts";
import { problem, type Proof } from "./proof.ts";

/** The user name of `basic`; the secret is its password. */
const basicUser = "relay";

/** Without the blanks around a header's value; others may be bytes of a letter. */
const trimmed = (value: string): string => value.replace(/^[ \t]+|[ \t]+$/g, "");

/** What a header's value may say of a secret: without the blanks around it, in each reading. */
export const headerReadings = (value: string): readonly string[] => [...new Set(readingsOf(trimmed(value)))];

/** A header as it came, and the UTF-8 that clients send raw and Node reads byte by byte (RFC 9110 gives it no meaning). */
const readingsOf = (value: string): readonly string[] => [value, Buffer.from(value, "latin1").toString("utf8")];

const oneEquals = (readings: readonly string[], expected: string): boolean =>
  readings.map((reading) => equal(reading, expected)).includes(true);

/** Reads `Authorization: Bearer <secret>`. */
export function bearerProof(inbound: Inbound): Proof {
  const given = inbound.headers["authorization"];
  if (given === undefined)
    return problem(
      "no Authorization header: expected Authorization: Bearer <secret>",
      "没有 Authorization 请求头：要 Authorization: Bearer <密钥>",
    );
  const token = /^Bearer +([^ ].*)$/i.exec(trimmed(given))?.[1];
  if (token === undefined)
    return problem(
      "Authorization is malformed: expected Bearer and the secret",
      "Authorization 格式不对：要 Bearer 加密钥",
    );
  return {
    kind: "proof",
    where: { en: "Authorization: Bearer", zh: "Authorization: Bearer" },
    matches: (secret) => oneEquals(readingsOf(token), secret),
  };
}

/** Reads `Authorization: Basic`, base64 of `relay:<secret>`. */
export function basicProof(inbound: Inbound): Proof {
  const given = inbound.headers["authorization"];
  if (given === undefined)
    return problem(
      `no Authorization header: expected Basic with user ${basicUser}`,
      `没有 Authorization 请求头：要 Basic，用户名 ${basicUser}`,
    );
  const encoded = /^Basic +([A-Za-z0-9+/_-]+={0,2})$/i.exec(given.trim())?.[1];
  const bytes = Buffer.from(encoded ?? "", "base64");
  // RFC 7617 names no encoding: clients take UTF-8, old ones Latin-1.
  const pairs = [bytes.toString("utf8"), bytes.toString("latin1")];
  if (!bytes.includes(":")) {
    return problem(
      `Authorization is malformed: expected Basic and base64 of ${basicUser}:<secret>`,
      `Authorization 格式不对：要 Basic 加 ${basicUser}:<密钥> 的 base64`,
    );
  }
  return {
    kind: "proof",
    where: {
      en: `Authorization: Basic (user ${basicUser})`,
      zh: `Authorization: Basic（用户名 ${basicUser}）`,
    },
    matches: (secret) => oneEquals(pairs, `${basicUser}:${secret}`),
  };
}

/** Reads `?key=<secret>`, for senders that can set nothing but a URL. */
export function keyProof(inbound: Inbound): Proof {
  const key = inbound.query["key"];
  if (key === undefined || key === "")
    return problem("no key in the URL: expected ?key=<secret>", "URL 里没有 key：要 ?key=<密钥>");
  return {
    kind: "proof",
    where: { en: "key in the URL", zh: "URL 里的 key" },
    matches: (secret) => equal(key, secret),
  };
}
