import { createHash, sign } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveKeys } from "../../../lib/qq/callback/keys.ts";
import { type CallbackBot, verifyCallback } from "../../../lib/qq/callback/verify-callback.ts";
import { inboundOf } from "../../support/inbound.ts";
import { botgo, dispatch, op13 } from "./vectors.ts";

const now = Date.parse("2026-11-21T20:00:00+08:00");
const seconds = now / 1_000;
const secret = "sim-secret-0123456789";
const botOf = (secret: string): CallbackBot => ({ appId: "100", keys: deriveKeys(secret) });
const bot = botOf(secret);

/** Signs as QQ does, by the test's own hand. */
function signed(body: string | Uint8Array, timestamp: string = String(seconds), by = secret): string {
  const key = deriveKeys(by)?.sign;
  return key ? sign(null, Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]), key).toString("hex") : "";
}

type Change = { readonly headers?: Readonly<Record<string, string>>; readonly method?: string };

/** A request as it arrives; signature headers only as told. */
const arrive = (body: string | Uint8Array, { headers, ...change }: Change = {}) =>
  inboundOf({ path: "/", body, ...change, headers: { "x-bot-appid": "100", ...headers } });

const headersOf = (signature: string, timestamp: string = String(seconds)) => ({
  "x-signature-ed25519": signature,
  "x-signature-timestamp": timestamp,
});

const proven = (body: string | Uint8Array, timestamp?: string) =>
  arrive(body, { headers: headersOf(signed(body, timestamp), timestamp) });

const event = JSON.stringify({
  op: 0,
  id: "GROUP_MSG_RECEIVE:1",
  s: 1,
  t: "GROUP_MSG_RECEIVE",
  d: { group_openid: "G" },
});

const refused = { refusal: "unauthorized" };

const der = (secret: string) => deriveKeys(secret)?.sign.export({ format: "der", type: "pkcs8" }).toString();

describe("published vectors", () => {
  test.each([
    [op13.secret, op13.publicKey],
    [dispatch.secret, "d7c362fe78aef81ff23287b493628b5db02a3c4fe30b215e4d19609b5d76673a"],
    [botgo.secret, "1c3039fbc8134a9df2a09f47cf4bf9303440988cec3b22056b62470b85fa80a7"],
  ])("the public key of %s", (secret, publicKey) => {
    const der = deriveKeys(secret)?.verify.export({ format: "der", type: "spki" });
    expect(der?.subarray(-32).toString("hex")).toBe(publicKey);
  });

  test("the seed is the secret doubled and cut", () => {
    expect(der(botgo.secret)).toContain("123456abcdef123456abcdef123456ab");
    expect(der(op13.secret)).toContain("DG5g3B4j9X2KOErGDG5g3B4j9X2KOErG");
    expect(der("x")).toContain("x".repeat(32));
    expect(der("0123456789012345678901234567890123456789")).toContain("01234567890123456789012345678901");
  });

  test.each([
    ["dispatch", dispatch, 53, "70df4ef67efb9347a1f5a61345d92563f545d0b6eca38f16b0a737834b7ec1e6"],
    ["botgo", botgo, 222, "012bf213f9fdf666d83cf964e9ab0de4a190f3bec52c5a022a91940bd24b34de"],
  ] as const)("%s passes at its time", (_, vector, length, hash) => {
    expect(Buffer.from(vector.body)).toHaveLength(length);
    expect(createHash("sha256").update(vector.body).digest("hex")).toBe(hash);
    const inbound = arrive(vector.body, { headers: headersOf(vector.signature, vector.timestamp) });
    const callback = verifyCallback(inbound, botOf(vector.secret), Number(vector.timestamp) * 1_000);
    expect(callback).toMatchObject({ kind: vector === dispatch ? "event" : "other" });
  });

  test.each([
    ["dispatch in one line, as printed", dispatch, { body: '{ "op": 0,"d": {}, "t": "GATEWAY_EVENT_NAME"}' }],
    ["dispatch in one line, dense", dispatch, { body: '{"op":0,"d":{},"t":"GATEWAY_EVENT_NAME"}' }],
    ["botgo a second later", botgo, { timestamp: "1728981196" }],
    ["botgo with another secret", botgo, { secret: "123456abcdeg" }],
  ] as const)("%s fails", (_, vector, change) => {
    const { body, signature, timestamp, secret } = { ...vector, ...change };
    const inbound = arrive(body, { headers: headersOf(signature, timestamp) });
    expect(verifyCallback(inbound, botOf(secret), Number(timestamp) * 1_000)).toMatchObject(refused);
  });

  test("op 13 is answered with the published signature and nothing else", () => {
    const body = JSON.stringify({ d: { plain_token: op13.plain_token, event_ts: op13.event_ts }, op: 13 });
    const answer = { plain_token: op13.plain_token, signature: op13.signature };
    expect(verifyCallback(arrive(body), botOf(op13.secret), now)).toEqual({ kind: "check", answer });
  });
});

const readUnnamed = (body: string) => {
  const callback = verifyCallback(proven(body), bot, now);
  return "kind" in callback && callback.kind === "event" ? callback : undefined;
};

describe("what a callback is", () => {
  test.each([
    ["an event", event, { kind: "event", id: "GROUP_MSG_RECEIVE:1", envelope: { id: "GROUP_MSG_RECEIVE:1" } }],
    ["a heartbeat", '{"op":1,"d":42}', { kind: "heartbeat", answer: { op: 11, d: 42 } }],
    ["a heartbeat with nothing", '{"op":1}', { kind: "heartbeat", answer: { op: 11, d: null } }],
    ["a sign of life", '{"op":1,"d":"gateway"}', { kind: "life-sign", answer: { op: 11, d: "gateway" } }],
    ["a body that looks like a refusal", '{"op":1,"refusal":"unauthorized"}', { kind: "heartbeat" }],
    ["another op", '{"op":7}', { kind: "other" }],
    ["no op", "{}", { kind: "other" }],
    ["an op that is no number", '{"op":"0","d":{}}', { kind: "other" }],
    ["JSON after a byte order mark", `\uFEFF${event}`, { kind: "event" }],
  ])("%s", (_, body, callback) => {
    expect(verifyCallback(proven(body), bot, now)).toMatchObject(callback);
  });

  test("an event without an id is known by its bytes", () => {
    const callback = readUnnamed('{"op":0,"t":"X","d":{}}');
    expect(callback?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(callback?.envelope).toEqual({ type: "X", data: {} });
    expect(readUnnamed('{"op":0,"t":"X","d":{}}')?.id).toBe(callback?.id);
    expect(readUnnamed('{"op":0,"t":"X","d":{"a":1}}')?.id).not.toBe(callback?.id);
  });

  test("ids beyond 2^53 keep their digits", () => {
    const callback = verifyCallback(proven('{"op":0,"t":"X","d":{"guild_id":9007199254740993}}'), bot, now);
    expect(callback).toMatchObject({ envelope: { data: { guild_id: "9007199254740993" } } });
  });

  test.each([
    ["not JSON", "op=0"],
    ["cut off", event.slice(0, -1)],
    ["empty", ""],
    ["a list", "[]"],
    ["a number", "13"],
    ["not UTF-8", Buffer.from([0x7b, 0xff, 0x7d])],
    ["nested without end", `{"op":0,"d":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
  ])("signed, but %s", (_, body) => {
    expect(verifyCallback(proven(body), bot, now)).toMatchObject({ refusal: "unreadable" });
    expect(verifyCallback(arrive(body), bot, now)).toMatchObject(refused);
  });
});

describe("who may call", () => {
  test("nobody without a secret", () => {
    expect(deriveKeys("")).toBeUndefined();
    for (const inbound of [proven(event), arrive(check())])
      expect(verifyCallback(inbound, botOf(""), now)).toMatchObject({
        refusal: "unauthorized",
        message: expect.stringContaining("QQ_APP_SECRET is not set"),
      });
  });

  test("nobody for another bot", () => {
    expect(verifyCallback(proven(event), { ...bot, appId: "101" }, now)).toMatchObject(refused);
    const nameless = inboundOf({ body: event, headers: headersOf(signed(event)) });
    expect(verifyCallback(nameless, bot, now)).toMatchObject({ message: expect.stringContaining("X-Bot-Appid") });
  });

  test("nobody by another method, nor with more than a megabyte", () => {
    expect(verifyCallback({ ...proven(event), method: "GET" }, bot, now)).toMatchObject({
      refusal: "method-not-allowed",
    });
    const padded = (size: number) => event.padEnd(size, " ");
    expect(verifyCallback(proven(padded(1_048_576)), bot, now)).toMatchObject({ kind: "event" });
    expect(verifyCallback(proven(padded(1_048_577)), bot, now)).toMatchObject({ refusal: "too-large" });
  });

  test.each([-300, -1, 0, 300])("a signature %i s from the clock passes", (offset) => {
    expect(verifyCallback(proven(event, String(seconds + offset)), bot, now)).toMatchObject({ kind: "event" });
  });

  test.each([-301, 301, -86_400])("a signature %i s from the clock is a recorded one", (offset) => {
    expect(verifyCallback(proven(event, String(seconds + offset)), bot, now)).toMatchObject({
      refusal: "unauthorized",
      message: expect.stringContaining(`stale timestamp: ${Math.abs(offset)} s`),
    });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["no signature at all", {}],
    ["no signature, only its time", { "x-signature-timestamp": String(seconds) }],
    ["no time", { "x-signature-ed25519": signed(event) }],
    ["empty headers", { "x-signature-ed25519": "", "x-signature-timestamp": "" }],
    ["a time with a sign", headersOf(signed(event, `+${seconds}`), `+${seconds}`)],
    ["a time with a fraction", headersOf(signed(event, `${seconds}.0`), `${seconds}.0`)],
    ["a time in hex", headersOf(signed(event, `0x${seconds.toString(16)}`), `0x${seconds.toString(16)}`)],
    [
      "a time of 17 digits",
      headersOf(signed(event, String(seconds).padStart(17, "0")), String(seconds).padStart(17, "0")),
    ],
    ["a border moved into the body", headersOf(signed(event), String(seconds) + event.slice(0, 1))],
    ["a signature cut short", headersOf(signed(event).slice(2))],
    ["a signature that is not hex", headersOf("z".repeat(128))],
    ["two signatures", headersOf(`${signed(event)},${signed(event)}`)],
    ["a signature of nothing", headersOf("0".repeat(128))],
    ["a signature with its top bits set", headersOf(`${signed(event).slice(0, -2)}ff`)],
    ["a signature by another bot", headersOf(signed(event, String(seconds), "other"))],
  ])("%s is refused", (_, headers) => {
    expect(verifyCallback(arrive(event, { headers }), bot, now)).toMatchObject(refused);
  });

  test("signatures in capitals are signatures", () => {
    const headers = headersOf(signed(event).toUpperCase());
    expect(verifyCallback(arrive(event, { headers }), bot, now)).toMatchObject({ kind: "event" });
  });

  test("refusals tell neither secret nor body", () => {
    const headers = headersOf(signed(event, String(seconds), "other"));
    const told = JSON.stringify(verifyCallback(arrive(event, { headers }), bot, now));
    expect(told).not.toContain(secret);
    expect(told).not.toContain("group_openid");
  });

  test("a change of any byte is noticed", () => {
    const place = fc.constantFrom("signature" as const, "timestamp" as const, "body" as const);
    const change = fc.record({ place, at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(fc.json(), change, (d, { place, at, by }) => {
        const body = `{"op":0,"t":"X","d":${d}}`;
        const whole = { signature: signed(body), timestamp: String(seconds), body };
        expect(verifyCallback(proven(body), bot, now)).toMatchObject({ kind: "event" });
        const bytes = Buffer.from(whole[place], place === "signature" ? "hex" : "utf8");
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ by;
        const altered = bytes.toString(place === "signature" ? "hex" : "utf8");
        const headers = headersOf(
          place === "signature" ? altered : whole.signature,
          place === "timestamp" ? altered : whole.timestamp,
        );
        const inbound = arrive(place === "body" ? bytes : body, { headers });
        expect(verifyCallback(inbound, bot, now)).toMatchObject(refused);
      }),
      { numRuns: 300 },
    );
  });
});

function check(d: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ d: { plain_token: "Arq0D5A61EgUu4OxUvOp", event_ts: String(seconds), ...d }, op: 13 });
}

describe("the address check", () => {
  test("passes unsigned and signed", () => {
    expect(verifyCallback(arrive(check()), bot, now)).toMatchObject({ kind: "check" });
    expect(verifyCallback(proven(check()), bot, now)).toMatchObject({ kind: "check" });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["a wrong signature", headersOf(signed(event))],
    ["half of one", { "x-signature-timestamp": String(seconds) }],
    ["the other half", { "x-signature-ed25519": signed(check()) }],
  ])("%s is worse than none", (_, headers) => {
    expect(verifyCallback(arrive(check(), { headers }), bot, now)).toMatchObject(refused);
  });

  test.each([
    { plain_token: event },
    { plain_token: "{}" },
    { plain_token: "" },
    { plain_token: "a".repeat(129) },
    { plain_token: "a\n" },
    { plain_token: "é" },
    { plain_token: 12 },
    { plain_token: ["a"] },
    { plain_token: null },
    { event_ts: "" },
    { event_ts: `${seconds}{` },
    { event_ts: "1".repeat(17) },
    { event_ts: " 1" },
    { event_ts: seconds },
  ])("with %j signs nothing, signed or not", (d) => {
    expect(verifyCallback(arrive(check(d)), bot, now)).toMatchObject(refused);
    expect(verifyCallback(proven(check(d)), bot, now)).toMatchObject(refused);
  });

  test("without d signs nothing", () => {
    for (const body of ['{"op":13}', '{"op":13,"d":[]}', '{"op":13,"d":"x"}'])
      expect(verifyCallback(arrive(body), bot, now)).toMatchObject(refused);
  });

  test("is no oracle: what it signs for a stranger, at whatever border, is never taken for an event", () => {
    const digits = fc.stringMatching(/^\d{1,16}$/);
    const words = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), fc.constant(event), fc.json());
    const timestamps = fc.oneof(digits, fc.constant(String(seconds)));
    let answered = 0;
    fc.assert(
      fc.property(timestamps, words, fc.boolean(), fc.nat(), (event_ts, plain_token, asEvent, cut) => {
        const asked = JSON.stringify({ op: 13, d: { plain_token, event_ts } });
        const signatures = [arrive(asked), arrive(asked, { headers: headersOf(signed(event)) })].flatMap((inbound) => {
          const callback = verifyCallback(inbound, bot, now);
          return "kind" in callback && callback.kind === "check" ? [callback.answer.signature] : [];
        });
        answered += signatures.length;
        const text = event_ts + plain_token;
        const border = asEvent ? event_ts.length : cut % (text.length + 1);
        for (const signature of signatures) {
          const headers = headersOf(signature, text.slice(0, border));
          const stolen = verifyCallback(arrive(text.slice(border), { headers }), bot, now);
          expect(stolen).toHaveProperty("refusal");
        }
      }),
      { numRuns: 500 },
    );
    expect(answered).toBeGreaterThan(50);
  });

  test("the attack itself: a forged event as plain_token, then delivered with the signature", () => {
    const asked = JSON.stringify({ op: 13, d: { plain_token: event, event_ts: String(seconds) } });
    // The same text signed by someone who has the key would pass: only the check keeps the stranger from it.
    expect(verifyCallback(proven(event), bot, now)).toMatchObject({ kind: "event" });
    for (const inbound of [arrive(asked), proven(asked), arrive(asked, { headers: headersOf("0".repeat(128)) })]) {
      const told = verifyCallback(inbound, bot, now);
      expect(told).toMatchObject(refused);
      expect(JSON.stringify(told)).not.toContain(signed(event));
    }
  });
});
