import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hour, second } from "../../lib/base/time.ts";
import type { ProofPlace } from "../../lib/model/dialect.ts";
import { placesProof } from "../../lib/verify/places.ts";
import { tryProof } from "../../lib/verify/verify.ts";
import { inboundOf } from "../support/inbound.ts";
import { signAs } from "../support/sign-as.ts";

type Sent = Parameters<typeof inboundOf>[0];

const secret = "s3cret/+密";
const at = new Date("2026-11-21T20:00:00Z");

const tryBy = (places: readonly ProofPlace[], sent: Sent, secrets: readonly string[] = [secret]) =>
  tryProof(placesProof(places, inboundOf({ at, ...sent })), "dialect", secrets, ["RouteSecret"]);

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const bearer = (value: string): string => `Bearer ${value}`;
const basic = (user: string, password: string): string => `Basic ${base64(`${user}:${password}`)}`;

/** Each place with a request that has a value there. */
const ways: Readonly<Record<string, readonly [ProofPlace, (value: string) => Sent]>> = {
  "a segment of its own": [{ kind: "key" }, (value) => ({ key: value })],
  "?key=": [{ kind: "key" }, (value) => ({ query: { key: value } })],
  "a query name": [{ kind: "query", name: "token" }, (value) => ({ query: { token: value } })],
  "a segment behind a word": [{ kind: "segment", at: 0, after: "bot" }, (value) => ({ rest: [`bot${value}`, "x"] })],
  "a segment behind a word and a number": [
    { kind: "segment", at: 0, after: "bot", numbered: true },
    (value) => ({ rest: [`bot123456:${value}`] }),
  ],
  "a later segment": [{ kind: "segment", at: 1, after: "" }, (value) => ({ rest: ["hooks", value] })],
  "the last segment, before a word": [{ kind: "last", before: ".send" }, (value) => ({ rest: [`${value}.send`] })],
  "the last segment, which is the key": [{ kind: "last", before: ".send" }, (value) => ({ key: `${value}.send` })],
  "one of a list": [
    { kind: "list", name: "device_keys" },
    (value) => ({ body: JSON.stringify({ device_keys: [7, null, value] }) }),
  ],
  "one of several in a text": [
    { kind: "list", name: "pushkey" },
    (value) => ({ body: new URLSearchParams({ pushkey: `a,${value}` }).toString() }),
  ],
  "one of several in the query": [{ kind: "list", name: "pushkey" }, (value) => ({ query: { pushkey: `a,${value}` } })],
  "a header": [{ kind: "header", name: "X-Gotify-Key" }, (value) => ({ headers: { "x-gotify-key": value } })],
  bearer: [{ kind: "bearer" }, (value) => ({ headers: { authorization: bearer(value) } })],
  "basic, any user": [{ kind: "basic" }, (value) => ({ headers: { authorization: basic("anyone", value) } })],
  "basic, no user": [{ kind: "basic" }, (value) => ({ headers: { authorization: basic("", value) } })],
  "a header in the query, basic": [
    { kind: "authorization", name: "auth" },
    (value) => ({ query: { auth: base64(basic("u", value)).replace(/=+$/, "") } }),
  ],
  "a header in the query, bearer": [
    { kind: "authorization", name: "auth" },
    (value) => ({ query: { auth: base64(bearer(value)) } }),
  ],
  "a field of JSON": [
    { kind: "field", name: "device_key" },
    (value) => ({ body: JSON.stringify({ device_key: value }) }),
  ],
  "a field of a form": [
    { kind: "field", name: "pushkey" },
    (value) => ({ body: new URLSearchParams({ pushkey: value }).toString() }),
  ],
  "a field of a multipart form": [
    { kind: "field", name: "pushkey" },
    (value) => ({
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: `--b\r\ncontent-disposition: form-data; name="pushkey"\r\n\r\n${value}\r\n--b--`,
    }),
  ],
};

describe.each(Object.entries(ways))("%s", (_, [place, send]) => {
  test("proves the request with its secret, any of two", () => {
    expect(tryBy([place], send(secret), [secret])).toEqual({ kind: "verified", secret: 0 });
    expect(tryBy([place], send(secret), ["older", secret])).toEqual({ kind: "verified", secret: 1 });
  });

  test.each(["guess", `${secret}x`, secret.slice(1), secret.toUpperCase()])(
    "refuses %s, and repeats it nowhere",
    (guess) => {
      const refusal = tryBy([place], send(guess), [secret]);
      expect(refusal).toMatchObject({ refusal: "unauthorized" });
      expect(JSON.stringify(refusal)).not.toContain(secret);
      expect(JSON.stringify(refusal)).not.toContain("guess");
    },
  );

  test("refuses a request without it, naming the place; and a route without a value", () => {
    expect(tryBy([place], {}, [secret])).toMatchObject({
      refusal: "unauthorized",
      message: expect.stringMatching(/^dialect: no secret in the request: expected .+ · dialect：请求里没有密钥：要 /),
    });
    expect(tryBy([place], send(secret), [""])).toMatchObject({ refusal: "unauthorized" });
    expect(tryBy([place], send(""), [""])).toMatchObject({ refusal: "unauthorized" });
    expect(tryBy([place], send(secret), [])).toMatchObject({ refusal: "unauthorized" });
  });

  test("refuses another route's secret", () => {
    expect(tryBy([place], send(secret), ["of-another-route"])).toMatchObject({ refusal: "unauthorized" });
  });
});

test.each<[string, ProofPlace, Sent]>([
  ["a segment of another word", { kind: "segment", at: 0, after: "bot" }, { rest: [secret] }],
  ["a segment behind a number that has none", { kind: "segment", at: 0, after: "bot" }, { rest: [`bot1:${secret}`] }],
  ["a segment behind a word", { kind: "segment", at: 0, after: "bot", numbered: true }, { rest: [`botx:${secret}`] }],
  ["a segment that is not there", { kind: "segment", at: 3, after: "" }, { rest: [secret] }],
  ["a header of another name", { kind: "header", name: "X-Key" }, { headers: { "x-keys": secret } }],
  ["a bearer as basic", { kind: "basic" }, { headers: { authorization: bearer(secret) } }],
  ["a user's name for the password", { kind: "basic" }, { headers: { authorization: basic(secret, "x") } }],
  ["no base64", { kind: "authorization", name: "auth" }, { query: { auth: "%%%" } }],
  ["a list for a field", { kind: "field", name: "a" }, { body: JSON.stringify({ a: [secret] }) }],
  ["a field that is nested", { kind: "field", name: "a" }, { body: JSON.stringify({ b: { a: secret } }) }],
  ["JSON that is broken", { kind: "field", name: "a" }, { body: `{"a":"${secret}"` }],
  [
    "a body that is very long",
    { kind: "field", name: "a" },
    { body: JSON.stringify({ a: secret, b: "x".repeat(300_000) }) },
  ],
])("%s is no proof", (_, place, sent) => expect(tryBy([place], sent)).toMatchObject({ refusal: "unauthorized" }));

const dingtalk = (key: string, timestamp: string): string =>
  createHmac("sha256", key).update(`${timestamp}\n${key}`).digest("base64");
const feishu = (key: string, timestamp: string): string =>
  createHmac("sha256", `${timestamp}\n${key}`).update("").digest("base64");

describe("DingTalk's signature", () => {
  const place: ProofPlace = { kind: "sign", of: "dingtalk" };
  const signed = (time: number, sign = dingtalk(secret, String(time))): Sent => ({
    query: { timestamp: String(time), sign },
  });
  const now = at.getTime();

  test("is as OpenSSL reckons it", () => {
    const sent = signed(1_795_291_200_000, "sI1UUzO6LizkBBssyxeb50nQiFKHLz9NSeznt84kkrU=");
    expect(tryBy([place], { ...sent, at: new Date(1_795_291_200_000) }, ["SEC0123"])).toMatchObject({
      kind: "verified",
    });
  });

  test.each([
    ["now", signed(now)],
    ["an hour ago", signed(now - hour)],
    ["in an hour", signed(now + hour)],
    ["encoded once more", signed(now, encodeURIComponent(dingtalk(secret, String(now))))],
    ["with its plus signs lost", signed(now, dingtalk(secret, String(now)).replaceAll("+", " "))],
  ])("proves: %s", (_, sent) => expect(tryBy([place], sent)).toMatchObject({ kind: "verified" }));

  test.each<[string, Sent]>([
    ["stale", signed(now - hour - 1)],
    ["of the future", signed(now + hour + 1)],
    ["of another time", { query: { timestamp: String(now + 1), sign: dingtalk(secret, String(now)) } }],
    ["of another secret", signed(now, dingtalk("another", String(now)))],
    ["tampered with", signed(now, `A${dingtalk(secret, String(now)).slice(1)}=`)],
    ["empty", signed(now, "")],
    ["broken escapes", signed(now, "%ff%E0%A4%A")],
    ["in seconds", signed(Math.floor(now / second))],
    ["without a time", { query: { sign: dingtalk(secret, "") } }],
    ["no time at all", { query: { timestamp: "NaN", sign: dingtalk(secret, "NaN") } }],
  ])("refuses: %s", (_, sent) => expect(tryBy([place], sent)).toMatchObject({ refusal: "unauthorized" }));

  test("wrong, it does not spoil a right token; right, it does not need one", () => {
    const places: readonly ProofPlace[] = [{ kind: "query", name: "access_token" }, place];
    const wrong = signed(now, dingtalk("another", String(now)));
    expect(tryBy(places, { query: { access_token: secret, ...wrong.query } })).toMatchObject({ kind: "verified" });
    expect(tryBy(places, { query: { access_token: "guess", ...signed(now).query } })).toMatchObject({
      kind: "verified",
    });
    expect(tryBy(places, { query: { access_token: "guess", ...wrong.query } })).toMatchObject({
      refusal: "unauthorized",
    });
  });

  test("of a rotation, the secret that signed is named", () => {
    expect(tryBy([place], signed(now), ["newer", secret])).toEqual({ kind: "verified", secret: 1 });
  });
});

describe("Feishu's signature", () => {
  const place: ProofPlace = { kind: "sign", of: "feishu" };
  const now = at.getTime() / second;

  test("is as OpenSSL reckons it", () => {
    const sent = signed(1_795_291_200, "sJbiRSGGnb/lBL1ce5Trn3umxOO2yObS3GAT9/45NNM=");
    expect(tryBy([place], { ...sent, at: new Date(1_795_291_200_000) }, ["SEC0123"])).toMatchObject({
      kind: "verified",
    });
  });

  const signed = (
    time: number,
    sign = feishu(secret, String(time)),
    as: (value: number) => unknown = String,
  ): Sent => ({
    body: JSON.stringify({ timestamp: as(time), sign, msg_type: "text" }),
  });

  test.each([
    ["now", signed(now)],
    ["a time that is a number", signed(now, feishu(secret, String(now)), (value) => value)],
    ["an hour ago", signed(now - hour / second)],
  ])("proves: %s", (_, sent) => expect(tryBy([place], sent)).toMatchObject({ kind: "verified" }));

  test.each<[string, Sent]>([
    ["stale", signed(now - hour / second - 1)],
    ["of the future", signed(now + hour / second + 1)],
    ["of another secret", signed(now, feishu("another", String(now)))],
    ["reckoned as DingTalk's", signed(now, dingtalk(secret, String(now)))],
    ["in milliseconds", signed(now * second)],
    ["in the query", { query: { timestamp: String(now), sign: feishu(secret, String(now)) } }],
    ["no text", { body: JSON.stringify({ timestamp: now, sign: [feishu(secret, String(now))] }) }],
  ])("refuses: %s", (_, sent) => expect(tryBy([place], sent)).toMatchObject({ refusal: "unauthorized" }));
});

describe("a sender of webhooks, with a token or a signature", () => {
  const gitlab: readonly ProofPlace[] = [
    { kind: "hmac", of: "standard-webhooks" },
    { kind: "header", name: "X-Gitlab-Token" },
  ];
  const gitee: readonly ProofPlace[] = [
    { kind: "hmac", of: "gitee" },
    { kind: "header", name: "X-Gitee-Token" },
  ];
  const body = '{"object_kind":"push"}';
  const token = (value: string) => ({ "x-gitlab-token": value });

  test.each<[string, readonly ProofPlace[], Sent["headers"]]>([
    ["the token", gitlab, token(secret)],
    ["the token, as bytes of UTF-8", gitlab, token(Buffer.from(secret).toString("latin1"))],
    ["the signature", gitlab, signAs["standard-webhooks"](secret, body, at)],
    ["both", gitlab, { ...token(secret), ...signAs["standard-webhooks"](secret, body, at) }],
    [
      "the token beside a stale signature",
      gitlab,
      { ...token(secret), ...signAs["standard-webhooks"](secret, body, new Date(0)) },
    ],
    ["the signature beside another token", gitlab, { ...token("x"), ...signAs["standard-webhooks"](secret, body, at) }],
    [
      "Gitee's password, which has a time beside it",
      gitee,
      { "x-gitee-token": secret, "x-gitee-timestamp": String(at.getTime()) },
    ],
    ["Gitee's signature", gitee, signAs.gitee(secret, body, at)],
  ])("passes by %s", (_, places, headers = {}) =>
    expect(tryBy(places, { headers, body })).toEqual({ kind: "verified", secret: 0 }),
  );

  const mend = "check that the sender's secret equals RouteSecret";

  test.each<[string, readonly ProofPlace[], Sent["headers"], string]>([
    [
      "nothing",
      gitlab,
      {},
      "no secret in the request: expected webhook-signature: <HMAC> or X-Gitlab-Token: <secret>; enter the route's secret at the sender · ",
    ],
    ["an empty token", gitlab, token(""), "no secret in the request: expected"],
    ["another token", gitlab, token("guess"), `dialect: X-Gitlab-Token does not match: ${mend} · `],
    [
      "another signature",
      gitlab,
      signAs["standard-webhooks"]("guess", body, at),
      `webhook-signature over a body of 22 bytes and webhook-timestamp does not match: ${mend} · `,
    ],
    [
      "another token and another signature",
      gitlab,
      { ...token("guess"), ...signAs["standard-webhooks"]("guess", body, at) },
      `webhook-signature over a body of 22 bytes and webhook-timestamp or X-Gitlab-Token does not match: ${mend} · `,
    ],
    [
      "a stale signature",
      gitlab,
      signAs["standard-webhooks"](secret, body, new Date(at.getTime() - 301 * second)),
      "dialect: stale timestamp: webhook-timestamp is 301 s away",
    ],
    [
      "a stale signature where it might be a password",
      gitee,
      signAs.gitee(secret, body, new Date(at.getTime() - 2 * hour)),
      `X-Gitee-Token does not match: ${mend}; stale timestamp: X-Gitee-Timestamp is 7200 s away`,
    ],
    [
      "a malformed signature",
      gitlab,
      { ...signAs["standard-webhooks"](secret, body, at), "webhook-signature": "v1,x" },
      "webhook-signature is malformed: expected v1, and base64 of 32 bytes · dialect：webhook-signature 格式不对：要 v1, 加 32 字节的 base64",
    ],
  ])("refuses %s", (_, places, headers = {}, message) =>
    expect(tryBy(places, { headers, body })).toMatchObject({
      refusal: "unauthorized",
      message: expect.stringContaining(message),
    }),
  );
});

test("of a list no more than a few are tried, and a text with commas may be the secret itself", () => {
  const place: ProofPlace = { kind: "list", name: "device_keys" };
  const listed = (keys: unknown): Sent => ({ body: JSON.stringify({ device_keys: keys }) });
  const guesses = Array.from({ length: 100 }, (_, at) => `guess-${at}`);
  expect(tryBy([place], listed([...guesses, secret]))).toMatchObject({ refusal: "unauthorized" });
  expect(tryBy([place], listed([...guesses, secret].join(",")))).toMatchObject({ refusal: "unauthorized" });
  expect(tryBy([place], listed("a,b"), ["a,b"])).toMatchObject({ kind: "verified" });
});
