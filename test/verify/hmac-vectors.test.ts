import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { HmacName } from "../../lib/model/hmac.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { placesProof } from "../../lib/verify/places.ts";
import { tryProof } from "../../lib/verify/verify.ts";
import { inboundOf } from "../support/inbound.ts";
import { signAs } from "../support/sign-as.ts";

type Sent = Parameters<typeof inboundOf>[0];

const at = new Date("2026-11-21T20:00:00Z");

const ask = (of: HmacName, sent: Sent, ...secrets: readonly string[]) =>
  tryProof(placesProof([{ kind: "hmac", of }], inboundOf({ at, ...sent })), of, secrets);

const passes = (of: HmacName, sent: Sent, ...secrets: readonly string[]): boolean =>
  !isRefusal(ask(of, sent, ...secrets));

const everybody = "It's a Secret to Everybody";
const body = '{"标题":"磁盘满 💾"}';

/** The example of Standard Webhooks' and Svix's own libraries, with what version 1.1.1 of the former signs of other bodies. */
const standard = (name: "webhook" | "svix", signature: string): Readonly<Record<string, string>> => ({
  [`${name}-id`]: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  [`${name}-timestamp`]: "1614265330",
  [`${name}-signature`]: signature,
});
const standardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const example = { body: '{"test": 2432232314}', at: new Date(1_614_265_330_000) };
const exampleSigned = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

test.each<[string, HmacName, Sent, string]>([
  [
    "GitHub's documentation",
    "github",
    {
      headers: { "x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17" },
      body: "Hello, World!",
    },
    everybody,
  ],
  [
    "Atlassian's documentation",
    "jira",
    {
      headers: { "x-hub-signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" },
      body: "Hello World!",
    },
    everybody,
  ],
  [
    "the specification of Standard Webhooks",
    "standard-webhooks",
    { headers: standard("webhook", exampleSigned), ...example },
    standardSecret,
  ],
  ["Svix's documentation", "svix", { headers: standard("svix", exampleSigned), ...example }, standardSecret],
  [
    "standardwebhooks, Chinese and a line feed",
    "standard-webhooks",
    {
      ...example,
      headers: standard("webhook", "v1,dLRnVxsQUSgnaF2BDFzk0L9zgzT5WOfnZiDk1qe2y5Y="),
      body: `${body}\n`,
    },
    standardSecret,
  ],
  [
    "standardwebhooks, an empty body",
    "standard-webhooks",
    { ...example, headers: standard("webhook", "v1,v48jdbgvh29KJz2Qc+ghw8G6vG3nAKnujWBg8oM/62A="), body: "" },
    standardSecret,
  ],
  [
    "standardwebhooks, a key that is a text",
    "standard-webhooks",
    { ...example, headers: standard("webhook", "v1,AZowrVB1cGtSPuafAOJV4iwowHu8ybvqEGs3PtkyyqE=") },
    "my own secret",
  ],
  [
    "OpenSSL, as Coding",
    "coding",
    { headers: { "x-coding-signature": "sha1=f62c87013b877a4db593fddeeba57f2b0fc86878" }, body },
    "s3cret",
  ],
  [
    "OpenSSL, as Vercel",
    "vercel",
    { headers: { "x-vercel-signature": "f62c87013b877a4db593fddeeba57f2b0fc86878" }, body },
    "s3cret",
  ],
  [
    "OpenSSL, as Sentry",
    "sentry",
    {
      headers: { "sentry-hook-signature": "8ac9d57329e4044fc65a4acde0e3e0b6512bdace1d3f347b106d834945e5e125" },
      body,
    },
    "s3cret",
  ],
  [
    "OpenSSL, as Stripe",
    "stripe",
    {
      headers: {
        "stripe-signature": "t=1795291200,v1=17581ee4273edd1c5e51961002e345617e05d97b5faeccd4898f3c6e175ff369",
      },
      body,
    },
    "s3cret",
  ],
  [
    "OpenSSL, as Grafana",
    "grafana",
    {
      headers: {
        "x-grafana-alerting-timestamp": "1795291200",
        "x-grafana-alerting-signature": "c66c5a94ce45edfa4d1b4fc69688113a8b2b3e35a0109caef9155fa639df5e8e",
      },
      body,
    },
    "s3cret",
  ],
  [
    "OpenSSL, as Linear",
    "linear",
    {
      headers: { "linear-signature": "fc59266ffcd7c8403f96ca2326d97ccfd838f1de4ab98bda1b1804a6a3dddcae" },
      body: '{"webhookTimestamp":1795291200000}',
    },
    "s3cret",
  ],
  [
    "OpenSSL, as Gitee",
    "gitee",
    {
      headers: {
        "x-gitee-timestamp": "1795291200000",
        "x-gitee-token": "sI1UUzO6LizkBBssyxeb50nQiFKHLz9NSeznt84kkrU=",
      },
    },
    "SEC0123",
  ],
])("signed by %s", (_, of, sent, secret) => {
  expect(passes(of, sent, secret)).toBe(true);
  expect(passes(of, sent, `${secret}BBBB`)).toBe(false);
});

describe("several signatures in a header, while the sender's secret changes", () => {
  const [others, none] = [
    "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
    "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe4=",
  ];

  test.each([
    [`${exampleSigned} ${others}`, true],
    [`${others} ${exampleSigned}`, true],
    [`${none} ${others} ${exampleSigned}`, true],
    [`${none} ${exampleSigned.replace("v1,", "v1a,")}`, false],
    [`${others} ${none}`, false],
    [exampleSigned.replace("v1,", "v2,"), false],
    [exampleSigned.replace("v1,", ""), false],
    [exampleSigned.replace(/=$/, ""), true],
    [exampleSigned.replace(/E=$/, "F="), false],
    [exampleSigned.replace("v1,", "v1,!"), false],
  ])("Standard Webhooks: %s", (signature, isRight) => {
    expect(passes("standard-webhooks", { ...example, headers: standard("webhook", signature) }, standardSecret)).toBe(
      isRight,
    );
  });

  const v1 = (secret: string, text = body): string => `v1=${createHmac("sha256", secret).update(text).digest("hex")}`;

  test.each([
    [`${v1("old")},${v1("s3cret")}`, true],
    [`${v1("s3cret")}, ${v1("old")}`, true],
    [`v2=${v1("s3cret").slice(3)},${v1("old")}`, false],
    [`${v1("old")},${v1("older")}`, false],
    [`${v1("s3cret")}${v1("old")}`, false],
  ])("PagerDuty: %s", (signature, isRight) => {
    expect(passes("pagerduty", { headers: { "x-pagerduty-signature": signature }, body }, "s3cret")).toBe(isRight);
  });

  const signed = (time: string, secret = "s3cret"): string => v1(secret, `${time}.${body}`);

  test.each([
    [`t=1795291200,${signed("1795291200", "old")},${signed("1795291200")}`, true],
    [`${signed("1795291200")},t=1795291200`, true],
    [`t=1795291200,v0=${signed("1795291200").slice(3)}`, false],
    [`t=1795291201,${signed("1795291200")}`, false],
    [`t=1795291201,t=1795291200,${signed("1795291200")}`, false],
    [signed("1795291200"), false],
    [v1("s3cret"), false],
    [`t=,${signed("")}`, false],
  ])("Stripe: %s", (signature, isRight) => {
    expect(passes("stripe", { headers: { "stripe-signature": signature }, body }, "s3cret")).toBe(isRight);
  });
});

describe("the key of Standard Webhooks", () => {
  const signedBy = (key: string | Uint8Array): Sent => {
    const text = `msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.${example.body}`;
    return {
      ...example,
      headers: standard("webhook", `v1,${createHmac("sha256", key).update(text).digest("base64")}`),
    };
  };
  const bare = standardSecret.slice("whsec_".length);

  test.each<[string, string | Uint8Array, boolean]>([
    [standardSecret, Buffer.from(bare, "base64"), true],
    [bare, Buffer.from(bare, "base64"), true],
    [bare, bare, true],
    [standardSecret, standardSecret, false],
    [standardSecret, bare, false],
    ["whsec_", "", false],
    ["whsec_", "whsec_", false],
    ["whsec_YQ==", "a", false],
    ["密钥密钥", "", false],
    ["====", "", false],
    ["    ", "", false],
  ])("%j and a signature by %j", (secret, key, isRight) => {
    expect(passes("standard-webhooks", signedBy(key), secret)).toBe(isRight);
  });
});

test.each(["msg.1795291200", ".", "msg_1."])("an id that is %j would shift what was signed, and is refused", (id) => {
  const text = `${id}.1614265330.${example.body}`;
  const key = Buffer.from(standardSecret.slice(6), "base64");
  const signature = `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
  const sent = { ...example, headers: { ...standard("webhook", signature), "webhook-id": id } };
  expect(ask("standard-webhooks", sent, standardSecret)).toMatchObject({
    message: expect.stringContaining("webhook-id is malformed: it has a full stop in it"),
  });
});

test("an id that is missing is named", () => {
  for (const id of [{}, { "webhook-id": "" }]) {
    const { "webhook-id": _, ...headers } = standard("webhook", exampleSigned);
    expect(ask("standard-webhooks", { ...example, headers: { ...headers, ...id } }, standardSecret)).toMatchObject({
      message: expect.stringContaining("no webhook-id header"),
    });
  }
});

describe("Gitea's form", () => {
  const json = '{"ref":"refs/heads/main","msg":"a b+c & 100% 中"}';
  const form = `payload=${encodeURIComponent(json).replaceAll("%20", "+")}`;
  const headers = signAs.gitea("s3cret", json, at);
  const evil = encodeURIComponent('{"evil":1}');

  test.each([json, form, `payload=${encodeURIComponent(json)}`])("is signed over its JSON: %s", (given) => {
    expect(passes("gitea", { headers, body: given }, "s3cret")).toBe(true);
  });

  test("signed as a whole it is none of Gitea's", () => {
    expect(passes("gitea", { headers: signAs.gitea("s3cret", form, at), body: form }, "s3cret")).toBe(false);
  });

  test.each([
    `${form}&payload=${evil}`,
    `payload=${evil}&${form}`,
    `${form}&a=1`,
    `a=1&${form}`,
    `{"evil":1,"x":"&${form}&y="}`,
    ` ${form}`,
    `payload=${json}%`,
    `payload=`,
    "payload",
    `payload[]=${encodeURIComponent(json)}`,
  ])("with anything else in it proves nothing: %s", (given) => {
    expect(passes("gitea", { headers, body: given }, "s3cret")).toBe(false);
  });

  test("is read by no two of its parts, though somebody's commit has one in its words", () => {
    const text = `{"message":"&payload=${evil}&x="}`;
    const sent = { headers: signAs.gitea("s3cret", text, at) };
    expect(passes("gitea", { ...sent, body: text }, "s3cret")).toBe(true);
    expect(passes("gitea", { ...sent, body: `payload=${encodeURIComponent(text)}` }, "s3cret")).toBe(true);
    expect(passes("gitea", { ...sent, body: `payload=${text.replaceAll("%", "%25")}` }, "s3cret")).toBe(false);
  });

  test.each(["x-gitea-signature", "x-forgejo-signature", "x-gogs-signature"])("proves itself by %s", (name) => {
    const value = headers["x-gitea-signature"] ?? "";
    expect(passes("gitea", { headers: { [name]: value }, body: json }, "s3cret")).toBe(true);
    expect(passes("gitea", { headers: { [name]: `sha256=${value}` }, body: json }, "s3cret")).toBe(false);
    expect(
      passes("gitea", { headers: { [name]: value, "x-hub-signature-256": "sha256=00" }, body: json }, "s3cret"),
    ).toBe(true);
  });
});

test("Gitee's may be encoded for a URL, and its plus signs lost", () => {
  const headers = signAs.gitee("SEC3", body, at);
  const sign = headers["x-gitee-token"] ?? "";
  for (const token of [sign, encodeURIComponent(sign), encodeURI(sign), sign.replaceAll("+", " ")])
    expect([token, passes("gitee", { headers: { ...headers, "x-gitee-token": token } }, "SEC3")]).toEqual([
      token,
      true,
    ]);
});

test("Linear's time is a number at the top of the body", () => {
  for (const [text, isRight] of [
    [`{"webhookTimestamp":${at.getTime()}}`, true],
    [`{"webhookTimestamp":"${at.getTime()}"}`, false],
    [`{"data":{"webhookTimestamp":${at.getTime()}}}`, false],
    [`[{"webhookTimestamp":${at.getTime()}}]`, false],
    ["{}", false],
    ["", false],
    [`{"webhookTimestamp":${at.getTime() / 1_000}}`, false],
    [`{"webhookTimestamp":[${at.getTime()}]}`, false],
  ] as const)
    expect([text, passes("linear", { headers: signAs.linear("s3cret", text, at), body: text }, "s3cret")]).toEqual([
      text,
      isRight,
    ]);
});
