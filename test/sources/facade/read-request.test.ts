import { expect, test } from "vitest";
import { readRequest } from "../../../lib/sources/facade/read-request.ts";
import { inboundOf } from "../../support/inbound.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };
const multipart = { "content-type": "multipart/form-data; boundary=b" };
const part = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

type Sent = Parameters<typeof inboundOf>[0];

test.each<[what: string, sent: Sent, read: object]>([
  ["JSON without a type", { body: '{"title":"标题","n":1}' }, { fields: { title: "标题", n: 1 } }],
  ["JSON under a form's type", { headers: form, body: ' {"title":"a=b&c"}' }, { fields: { title: "a=b&c" } }],
  ["JSON of a template", { body: '{"text":"a\\.b\nc"}' }, { fields: { text: "a\\.b\nc" } }],
  ["a form", { headers: form, body: "title=a+b&text=%E4%B8%AD" }, { fields: { title: "a b", text: "中" } }],
  ["a form without a type", { body: "title=a&text=b" }, { fields: { title: "a", text: "b" } }],
  [
    "Slack's payload",
    { headers: form, body: `payload=${encodeURIComponent('{"text":"x"}')}` },
    { fields: { text: "x" } },
  ],
  [
    "Discord's payload_json beside a file",
    { headers: multipart, body: `${part("payload_json", '{"content":"x"}')}--b--` },
    { fields: { content: "x" } },
  ],
  ["a payload that is no JSON", { headers: form, body: "payload=hello" }, { fields: { payload: "hello" } }],
  [
    "a multipart form",
    { headers: multipart, body: `${part("chat_id", "1")}${part("text", "x")}--b--` },
    { fields: { chat_id: "1", text: "x" } },
  ],
  ["words", { body: "disk full: 93 % = bad" }, { fields: {}, text: "disk full: 93 % = bad" }],
  ["words in lines", { body: "a=1\nb=2" }, { fields: {}, text: "a=1\nb=2" }],
  ["nothing", { body: "" }, { fields: {} }],
])("%s", (_, sent, read) => expect(readRequest(inboundOf(sent))).toEqual(read));

test.each<[what: string, sent: Sent, refusal: string, message: RegExp]>([
  ["a list", { body: "[1]" }, "invalid", /^body: expected a JSON object · /],
  ["broken JSON", { body: '{"a":' }, "unreadable", /^body is not JSON/],
  ["a payload that is broken", { body: "payload={%22a%22:" }, "unreadable", /^body is not JSON/],
  ["no UTF-8", { body: Buffer.from([0xff, 0xfe]) }, "unreadable", /UTF-8/],
])("%s is refused", (_, sent, refusal, message) => {
  expect(readRequest(inboundOf(sent))).toMatchObject({ refusal, message: expect.stringMatching(message) });
});

test("a query counts where the dialect merges it, behind the body", () => {
  const sent = inboundOf({ query: { title: "query", group_id: "1" }, body: '{"title":"body"}' });
  expect(readRequest(sent)).toEqual({ fields: { title: "body" } });
  expect(readRequest(sent, { mergeQuery: true })).toEqual({ fields: { title: "body", group_id: "1" } });
});

test("fields have no prototype", () => {
  const read = readRequest(inboundOf({ body: '{"title":"x"}' }), { mergeQuery: true });
  expect("fields" in read && Object.getPrototypeOf(read.fields)).toBeNull();
});

test("words that look like a form for very long take no longer than their length", () => {
  const began = process.cpuUsage();
  expect(readRequest(inboundOf({ body: `a=${"&a=".repeat(30_000)} x` }))).toHaveProperty("text");
  expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
});
