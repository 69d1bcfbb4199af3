import { describe, expect } from "vitest";
import { goodRequest, provenRoutes, refusal, secrets, tryBad, withHeaders, without } from "../support/refusals.ts";
import { alert, githubRequest, push, type Request, sendTo, signature } from "../support/requests.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";
import type { Rig } from "../support/rig.ts";

const it = sharedLineTest(provenRoutes, { env: secrets });

const signed = (body: string, headers: Record<string, string> = {}): Request => ({
  path: "/group/signed",
  headers: { "content-type": "application/json", ...headers },
  body,
});
const alerts = (path: string, authorization?: string): Request => ({
  path,
  headers: authorization === undefined ? {} : { authorization },
  body: alert(),
});
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
const body = '{"title":"标题"}';

const secondsOf = (rig: Rig) => Math.floor(rig.now() / 1_000);
const stamped = (at: number, text = body) =>
  signed(text, {
    "x-signature-timestamp": String(at),
    "x-signature-256": signature(secrets.HmacSecret, `${at}.${body}`),
  });

describe("a sender who does not prove himself", () => {
  it.for<[string, (seconds: number) => Request, RegExp]>([
    [
      "github, no signature",
      () => without(goodRequest(), "x-hub-signature-256"),
      /^github: no X-Hub-Signature-256 header/,
    ],
    [
      "github, SHA-1 only",
      () => withHeaders(goodRequest(), { "x-hub-signature-256": "sha1=00ff" }),
      /^github: .* malformed/,
    ],
    [
      "github, hex too short",
      () => withHeaders(goodRequest(), { "x-hub-signature-256": "sha256=00ff" }),
      /^github: X-Hub-Signature-256 is malformed: expected sha256= and 64 hex digits/,
    ],
    [
      "github, another secret",
      () => githubRequest("/group/ci", "another"),
      /^github: X-Hub-Signature-256 over a body of \d+ bytes does not match: .* GithubSecret · /,
    ],
    [
      "github, another body",
      () => ({ ...goodRequest(), body: push({ ref: "refs/heads/evil" }) }),
      /^github: .* does not match/,
    ],
    [
      "github, an empty secret",
      () => githubRequest("/group/unset", ""),
      /^github: the relay has no value for NobodySetThis/,
    ],
    ["hmac, no signature", () => signed(body), /^hmac: no X-Signature-256 header/],
    [
      "hmac, another secret",
      () => signed(body, { "x-signature-256": signature("another", body) }),
      /^hmac: X-Signature-256 over a body of 18 bytes does not match: .* HmacSecret · /,
    ],
    ["hmac, stale", (seconds) => stamped(seconds - 301), /^hmac: stale timestamp: X-Signature-Timestamp is 301 s away/],
    ["hmac, from the future", (seconds) => stamped(seconds + 301), /^hmac: stale timestamp: .* 301 s away/],
    [
      "hmac, another time than signed",
      (seconds) => withHeaders(stamped(seconds), { "x-signature-timestamp": String(seconds + 1) }),
      /^hmac: .* and X-Signature-Timestamp does not match/,
    ],
    [
      "hmac, no time any more",
      (seconds) => without(stamped(seconds), "x-signature-timestamp"),
      /^hmac: X-Signature-256 .* does not match/,
    ],
    [
      "bearer, nothing",
      () => alerts("/group/bearer"),
      /^bearer: no Authorization header: expected Authorization: Bearer/,
    ],
    [
      "bearer, another",
      () => alerts("/group/bearer", "Bearer guess"),
      /^bearer: .* does not match: .* BearerSecret · /,
    ],
    ["bearer, as basic", () => alerts("/group/bearer", basic("relay", secrets.BearerSecret)), /^bearer: .* malformed/],
    [
      "basic, another",
      () => alerts("/group/basic", basic("relay", "guess")),
      /^basic: .* does not match: .* BasicSecret · /,
    ],
    [
      "basic, another user",
      () => alerts("/group/basic", basic("root", secrets.BasicSecret)),
      /^basic: Authorization: Basic \(user relay\) does not match/,
    ],
    ["basic, no base64", () => alerts("/group/basic", "Basic %%%"), /^basic: Authorization is malformed/],
    ["key, none", () => alerts("/group/key"), /^key: no key in the URL: expected \?key=<secret>/],
    ["key, another", () => alerts("/group/key?key=guess"), /^key: key in the URL does not match: .* KeySecret · /],
    ["key, in the header", () => alerts("/group/key", `Bearer ${secrets.KeySecret}`), /^key: no key in the URL/],
  ])("%s", async ([, request, message], { rig }) => {
    expect(await tryBad(rig, request(secondsOf(rig)))).toEqual(refusal(401, "unauthorized", message));
  });

  it("and those who do are let in", async ({ rig }) => {
    const requests = [
      stamped(secondsOf(rig) - 299),
      signed(`${body} `, { "x-signature-256": signature(secrets.HmacSecret, `${body} `) }),
      alerts("/group/bearer", `Bearer ${secrets.BearerSecret}`),
      alerts("/group/basic", basic("relay", secrets.BasicSecret)),
      alerts(`/group/key?key=${secrets.KeySecret}`),
    ];
    const answers = await Promise.all(requests.map((request) => sendTo(rig.relay.url, request)));
    expect(answers.map(({ status, json }) => [status, json.deliveries?.[0]?.state])).toEqual(
      requests.map(() => [202, "pending"]),
    );
  });
});

it("one captured request makes one notice, whatever ids are put on it", async ({ rig }) => {
  const text = '{"title":"captured once"}';
  const proof = { "x-signature-256": signature(secrets.HmacSecret, text) };
  const states: unknown[] = [];
  for (const id of ["1", "2", "3"])
    for (const name of ["idempotency-key", "x-delivery-id", "x-request-id", "x-github-delivery"]) {
      const answer = await sendTo(rig.relay.url, signed(text, { ...proof, [name]: id }));
      states.push((answer.json as { deliveries?: readonly { readonly state: string }[] }).deliveries?.[0]?.state);
    }
  expect(states).toEqual(["pending", ...Array.from({ length: 11 }, () => "repeated")]);
});
