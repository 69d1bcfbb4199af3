import type { Inbound } from "../model/inbound.ts";
import { equal } from "./equal.ts";
import { problem, type Proof } from "./proof.ts";

/** The user name of `basic`; the secret is its password. */
const basicUser = "relay";

/** Without the blanks around a header's value; others may be bytes of a letter. */
const trimmed = (value: string): string => value.replace(/^[ \t]+|[ \t]+$/g, "");

/** A header as it came, and the UTF-8 that clients send raw and Node reads byte by byte (RFC 9110 gives it no meaning). */
const readingsOf = (value: string): readonly string[] => [value, Buffer.from(value, "latin1").toString("utf8")];

const oneEquals = (readings: readonly string[], expected: string): boolean =>
  readings.map((reading) => equal(reading, expected)).includes(true);

/** Reads `Authorization: Bearer <secret>`. */
export function bearerProof(inbound: Inbound): Proof {
  const given = inbound.headers["authorization"];
  if (given === undefined) return problem("no Authorization header: expected Authorization: Bearer <secret>");
  const token = /^Bearer +([^ ].*)$/i.exec(trimmed(given))?.[1];
  if (token === undefined) return problem("Authorization is malformed: expected Bearer and the secret");
  return { kind: "proof", where: "Authorization: Bearer", matches: (secret) => oneEquals(readingsOf(token), secret) };
}

/** Reads `Authorization: Basic`, base64 of `relay:<secret>`. */
export function basicProof(inbound: Inbound): Proof {
  const given = inbound.headers["authorization"];
  if (given === undefined) return problem(`no Authorization header: expected Basic with user ${basicUser}`);
  const encoded = /^Basic +([A-Za-z0-9+/_-]+={0,2})$/i.exec(given.trim())?.[1];
  const bytes = Buffer.from(encoded ?? "", "base64");
  // RFC 7617 names no encoding: clients take UTF-8, old ones Latin-1.
  const pairs = [bytes.toString("utf8"), bytes.toString("latin1")];
  if (!bytes.includes(":")) {
    return problem(`Authorization is malformed: expected Basic and base64 of ${basicUser}:<secret>`);
  }
  return {
    kind: "proof",
    where: `Authorization: Basic (user ${basicUser})`,
    matches: (secret) => oneEquals(pairs, `${basicUser}:${secret}`),
  };
}

/** Reads `?key=<secret>`, for senders that can set nothing but a URL. */
export function keyProof(inbound: Inbound): Proof {
  const key = inbound.query["key"];
  if (key === undefined || key === "") return problem("no key in the URL: expected ?key=<secret>");
  return { kind: "proof", where: "key in the URL", matches: (secret) => equal(key, secret) };
}
