import type { LambdaFunctionURLEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { receive } from "../../lib/http/receive.ts";

const now = new Date("2026-11-21T20:00:00Z");

const event = (change: Partial<LambdaFunctionURLEvent>): LambdaFunctionURLEvent => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: "/ci",
  rawQueryString: "",
  headers: {},
  requestContext: {
    accountId: "anonymous",
    apiId: "url",
    domainName: "url.lambda-url.ap-east-1.on.aws",
    domainPrefix: "url",
    http: { method: "POST", path: "/ci", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
    requestId: "id",
    routeKey: "$default",
    stage: "$default",
    time: "21/Nov/2026:20:00:00 +0000",
    timeEpoch: now.getTime(),
  },
  isBase64Encoded: false,
  ...change,
});

test.each<[string, Partial<LambdaFunctionURLEvent>, Uint8Array]>([
  ["none", {}, Buffer.alloc(0)],
  ["text", { body: '{"title":"构建失败 🚨"}' }, Buffer.from('{"title":"构建失败 🚨"}')],
  [
    "base64",
    { body: Buffer.from([0, 255, 10, 13]).toString("base64"), isBase64Encoded: true },
    Buffer.from([0, 255, 10, 13]),
  ],
])("the body is the bytes that were sent: %s", (_, change, bytes) => {
  expect(receive(event(change), now).body).toEqual(bytes);
});

test("header names are in lower case, and headers without a value are none", () => {
  const { headers } = receive(event({ headers: { "X-GitHub-Event": "push", Empty: undefined } }), now);
  expect(headers).toEqual({ "x-github-event": "push" });
});

test.each([
  ["", {}],
  ["key=a%2Bb%20c+d", { key: "a+b c d" }],
  ["key=first&x=1&key=last", { key: "first", x: "1" }],
  ["key", { key: "" }],
  ["key=%E5%AF%86&x=%", { key: "密", x: "%" }],
])("the query %j is decoded", (rawQueryString, query) => {
  expect(receive(event({ rawQueryString }), now).query).toEqual(query);
});

test("a query named like a prototype stays a plain member", () => {
  const { query } = receive(event({ rawQueryString: "__proto__=x&constructor=y" }), now);
  expect(Object.getPrototypeOf(query)).toBe(Object.prototype);
  expect(Object.entries(query)).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
});

test("method, path and arrival are taken over", () => {
  expect(receive(event({}), now)).toMatchObject({ method: "POST", path: "/ci", at: now });
});
