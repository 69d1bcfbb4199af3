import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AuthScheme } from "../../lib/model/auth.ts";
import type { Inbound } from "../../lib/model/inbound.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { verify } from "../../lib/verify/verify.ts";
import { inboundOf } from "../support/inbound.ts";

const secret = "It's a Secret to Everybody";
const body = "Hello, World!";
const signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
const at = new Date("2026-11-21T20:00:00Z");
const now = at.getTime() / 1000;

const sign = (key: string, text: string | Uint8Array): string =>
  `sha256=${createHmac("sha256", key).update(text).digest("hex")}`;
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;

const stamped = { "x-signature-256": sign(secret, `${now}.${body}`), "x-signature-timestamp": `${now}` };

const grafanaName = "x-grafana-alerting-signature";
const bare = (text: string): string => sign(secret, text).replace("sha256=", "");
const stampedByGrafana = { [grafanaName]: bare(`${now}:${body}`), "x-grafana-alerting-timestamp": `${now}` };

/** A request that proves itself by `secret` in each way there is. */
const proven = {
  github: inboundOf({ headers: { "x-hub-signature-256": signature }, body }),
  grafana: inboundOf({ headers: { [grafanaName]: bare(body) }, body }),
  "grafana with a timestamp": inboundOf({ headers: stampedByGrafana, body }),
  hmac: inboundOf({ headers: { "x-signature-256": signature }, body }),
  "hmac with a timestamp": inboundOf({ headers: stamped, body }),
  bearer: inboundOf({ headers: { authorization: `Bearer ${secret}` } }),
  basic: inboundOf({ headers: { authorization: basic(`relay:${secret}`) } }),
  key: inboundOf({ query: { key: secret } }),
} as const satisfies Record<string, Inbound>;

const schemeOf = (name: string): AuthScheme => name.replace(/ .*/, "") as AuthScheme;
const ways = Object.entries(proven).map(([name, inbound]) => ({ name, scheme: schemeOf(name), inbound }));

describe.each(ways)("$name", ({ scheme, inbound }) => {
  test("passes with its secret, wherever it stands among the secrets", () => {
    expect(verify(scheme, inbound, [secret])).toEqual({ kind: "verified", secret: 0 });
    expect(verify(scheme, inbound, ["older", secret])).toEqual({ kind: "verified", secret: 1 });
    expect(verify(scheme, inbound, [secret, "older"])).toEqual({ kind: "verified", secret: 0 });
  });

  test.each([
    ["another secret", ["another"]],
    ["no secret at all", []],
    ["empty secrets", ["", ""]],
    ["a longer secret", [`${secret} `]],
    ["a shorter secret", [secret.slice(0, -1)]],
  ])("refuses with %s, and tells no secret", (_, secrets) => {
    const refusal = verify(scheme, inbound, secrets, ["CiSecret"]);
    expect(refusal).toMatchObject({ refusal: "unauthorized", message: expect.stringContaining("CiSecret") });
    expect(JSON.stringify(refusal)).not.toContain(secret);
    expect(JSON.stringify(refusal)).not.toContain("another");
  });

  test("does not pass as another scheme", () => {
    for (const other of ways.filter((way) => way.scheme !== scheme)) {
      expect(verify(other.scheme, inbound, [secret])).toMatchObject({ refusal: "unauthorized" });
    }
  });
});

test.each([
  ["empty password", "basic", inboundOf({ headers: { authorization: basic("relay:") } })],
  ["empty token", "bearer", inboundOf({ headers: { authorization: "Bearer " } })],
  ["empty key", "key", inboundOf({ query: { key: "" } })],
  ["a signature by the empty secret", "hmac", inboundOf({ headers: { "x-signature-256": sign("", body) }, body })],
] as const)("an empty secret never matches: %s", (_, scheme, inbound) => {
  expect(verify(scheme, inbound, [""])).toMatchObject({ refusal: "unauthorized" });
  expect(verify(scheme, inbound, ["", secret])).toMatchObject({ refusal: "unauthorized" });
});

test.each<[AuthScheme, Inbound["headers"], string]>([
  ["github", {}, "github: no X-Hub-Signature-256 header"],
  ["github", { "x-hub-signature": "sha1=aa" }, "github: no X-Hub-Signature-256 header"],
  ["github", { "x-hub-signature-256": "sha256=abc" }, "github: X-Hub-Signature-256 is malformed"],
  ["github", { "x-hub-signature-256": `${signature},${signature}` }, "github: X-Hub-Signature-256 is malformed"],
  [
    "github",
    { "x-hub-signature-256": sign("x", body) },
    "github: X-Hub-Signature-256 over a body of 13 bytes does not match: check that the sender's secret equals the route's secret",
  ],
  ["hmac", {}, "hmac: no X-Signature-256 header"],
  ["hmac", { "x-signature-256": signature.slice(7) }, "hmac: X-Signature-256 is malformed"],
  [
    "hmac",
    { "x-signature-256": signature, "x-signature-timestamp": "2026-11-21" },
    "hmac: X-Signature-Timestamp is malformed",
  ],
  [
    "hmac",
    { "x-signature-256": sign(secret, `${now - 301}.${body}`), "x-signature-timestamp": `${now - 301}` },
    "hmac: stale timestamp: X-Signature-Timestamp is 301 s away",
  ],
  ["grafana", {}, "grafana: no X-Grafana-Alerting-Signature header"],
  [
    "grafana",
    { [grafanaName]: signature },
    "grafana: X-Grafana-Alerting-Signature is malformed: expected 64 hex digits",
  ],
  [
    "grafana",
    { [grafanaName]: bare(body), "x-grafana-alerting-timestamp": `${now}` },
    "grafana: X-Grafana-Alerting-Signature over a body of 13 bytes and X-Grafana-Alerting-Timestamp does not match",
  ],
  ["bearer", {}, "bearer: no Authorization header"],
  ["bearer", { authorization: basic(`relay:${secret}`) }, "bearer: Authorization is malformed"],
  ["bearer", { authorization: "Bearer x" }, "bearer: Authorization: Bearer does not match"],
  ["basic", {}, "basic: no Authorization header"],
  ["basic", { authorization: `Bearer ${secret}` }, "basic: Authorization is malformed"],
  ["basic", { authorization: basic(secret) }, "basic: Authorization is malformed"],
  ["basic", { authorization: basic(`admin:${secret}`) }, "basic: Authorization: Basic (user relay) does not match"],
  ["key", {}, "key: no key in the URL"],
])("%s tells missing, malformed and wrong apart: %j", (scheme, headers, message) => {
  expect(verify(scheme, inboundOf({ headers, body }), [secret])).toMatchObject({
    refusal: "unauthorized",
    message: expect.stringContaining(message),
  });
});

test.each([-300, -1, 0, 1, 300])("a timestamp %i s from the clock passes", (offset) => {
  const headers = {
    "x-signature-256": sign(secret, `${now + offset}.${body}`),
    "x-signature-timestamp": `${now + offset}`,
  };
  expect(verify("hmac", inboundOf({ headers, body }), [secret])).toEqual({ kind: "verified", secret: 0 });
});

test("a recorded time-stamped request does not pass later without its timestamp", () => {
  const signed = `${now - 86_400}.${body}`;
  const replay = inboundOf({ headers: { "x-signature-256": sign(secret, signed) }, body: signed });
  expect(verify("hmac", replay, [secret])).toMatchObject({
    message: expect.stringContaining("no X-Signature-Timestamp"),
  });
});

describe("headers that Grafana's user named", () => {
  const headers = { signature: "X-Sig", timestamp: "X-Time" };
  const signed = (text: string, more: Inbound["headers"]) =>
    verify("grafana", inboundOf({ headers: { "x-sig": bare(text), ...more }, body }), [secret], [], headers);

  test("are read instead of the usual ones", () => {
    expect(signed(`${now}:${body}`, { "x-time": `${now}` })).toMatchObject({ kind: "verified" });
    expect(verify("grafana", proven.grafana, [secret], [], headers)).toMatchObject({
      message: expect.stringContaining("no X-Sig header"),
    });
  });

  test("are all asked for", () => {
    expect(signed(body, {})).toMatchObject({
      message: expect.stringContaining("no X-Time header, which the signature needs"),
    });
  });

  test("keep a request from passing late", () => {
    expect(signed(`${now - 301}:${body}`, { "x-time": `${now - 301}` })).toMatchObject({
      message: expect.stringContaining("stale timestamp: X-Time"),
    });
  });
});

test.each(["0", "00", "0000000000000000000000000000"])("a stamp with the zeros %j before it never passes", (zeros) => {
  const stamp = `${zeros}${now}`;
  const signed = { "x-signature-256": sign(secret, `${stamp}.${body}`), "x-signature-timestamp": stamp };
  expect(verify("hmac", inboundOf({ headers: signed, body }), [secret])).toMatchObject({
    message: expect.stringContaining("malformed: expected seconds of the epoch, ten digits"),
  });
  const replay = inboundOf({ headers: { "x-signature-256": signed["x-signature-256"] }, body: `${stamp}.${body}` });
  expect(verify("hmac", replay, [secret])).toMatchObject({
    message: expect.stringContaining("no X-Signature-Timestamp"),
  });
});

/** A header's value as Node hands over the bytes of UTF-8 that clients such as curl send. */
const raw = (text: string): string => Buffer.from(text).toString("latin1");

test.each(["密钥一二三", "clé d'accès à", "пароль", "p@ss wörd ü", "🔑"])(
  "a secret of any letters works: %s",
  (letters) => {
    const given: readonly (readonly [AuthScheme, Inbound])[] = [
      ["github", inboundOf({ headers: { "x-hub-signature-256": sign(letters, body) }, body })],
      ["hmac", inboundOf({ headers: { "x-signature-256": sign(letters, body) }, body })],
      ["bearer", inboundOf({ headers: { authorization: raw(`Bearer ${letters}`) } })],
      ["bearer", inboundOf({ headers: { authorization: `Bearer ${letters} ` } })],
      ["basic", inboundOf({ headers: { authorization: basic(`relay:${letters}`) } })],
      ["key", inboundOf({ query: { key: letters } })],
    ];
    for (const [scheme, inbound] of given) {
      expect(verify(scheme, inbound, [letters])).toEqual({ kind: "verified", secret: 0 });
      expect(verify(scheme, inbound, [`${letters}x`, raw(`${letters}y`)])).toMatchObject({ refusal: "unauthorized" });
    }
  },
);

test("an old client's Latin-1 in basic is read too", () => {
  const authorization = `Basic ${Buffer.from("relay:clé", "latin1").toString("base64")}`;
  expect(verify("basic", inboundOf({ headers: { authorization } }), ["clé"])).toMatchObject({ kind: "verified" });
});

test("the scheme of a token is read in any case", () => {
  expect(verify("bearer", inboundOf({ headers: { authorization: `bearer  ${secret}` } }), [secret])).toMatchObject({
    kind: "verified",
  });
});

const alter = (text: string, { at, to }: { readonly at: number; readonly to: number }): string => {
  const place = at % text.length;
  return `${text.slice(0, place)}${to}${text.slice(place + 1)}`;
};

const flip = (given: Uint8Array, { at, by }: { at: number; by: number }): Uint8Array =>
  given.map((byte, index) => (index === at % given.length ? byte ^ by : byte));

describe("any change is noticed", () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });
  const change = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });

  test("in a signed body of any bytes", () => {
    fc.assert(
      fc.property(bytes, fc.string({ minLength: 1 }), change, (given, key, change) => {
        const headers = { "x-hub-signature-256": sign(key, given) };
        expect(verify("github", inboundOf({ headers, body: given }), [key])).toMatchObject({ kind: "verified" });
        const changed = inboundOf({ headers, body: flip(given, change) });
        expect(verify("github", changed, [key])).toMatchObject({ refusal: "unauthorized" });
      }),
    );
  });

  test("in the signature or the timestamp", () => {
    const digit = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(
        fc.constantFrom("x-signature-256" as const, "x-signature-timestamp" as const),
        digit,
        (header, digit) => {
          const altered = alter(stamped[header], digit);
          fc.pre(altered !== stamped[header]);
          const inbound = inboundOf({ headers: { ...stamped, [header]: altered }, body });
          expect(verify("hmac", inbound, [secret])).toMatchObject({ refusal: "unauthorized" });
        },
      ),
    );
  });

  test("in a token", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (token, other) => {
        const passes = verify("key", inboundOf({ query: { key: token } }), [other]);
        expect(isRefusal(passes)).toBe(token !== other);
      }),
    );
  });
});
