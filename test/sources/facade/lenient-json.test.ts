import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseLeniently } from "../../../lib/sources/facade/lenient-json.ts";

test.each<[what: string, text: string, json: unknown]>([
  ["an escape that JSON does not know", String.raw`{"text":"a\.b\-c"}`, { text: String.raw`a\.b\-c` }],
  ["beside one that it knows", String.raw`{"text":"\"\\\n\u4e2d\/"}`, { text: '"\\\n中/' }],
  ["a half of a code", String.raw`{"text":"\u12 \ux"}`, { text: String.raw`\u12 \ux` }],
  ["raw line feeds and tabs", '{\n"text":\t"a\nb\r\nc\td"}', { text: "a\nb\r\nc\td" }],
  ["another control character", '{"text":"a\u0001b"}', { text: "a b" }],
  ["a line feed behind a backslash", '{"text":"a\\\nb"}', { text: "a\\\nb" }],
  ["an escaped backslash before the end", String.raw`{"a":"\\","b":"\."}`, { a: "\\", b: String.raw`\.` }],
])("%s is read", (_, text, json) => expect(parseLeniently(text)).toEqual({ json }));

test.each(["{", '{"a":"b', '{"a":1,}', "{a:1}", "{'a':1}", String.raw`{\."a":1}`, "", '{"a":"\\'])(
  "what is no JSON even so is left alone: %j",
  (text) => expect(parseLeniently(text)).toBeUndefined(),
);

test("JSON that is right reads as it does", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify({ value });
      expect(parseLeniently(text)).toEqual({ json: JSON.parse(text) as unknown });
    }),
  );
});

test("a text of nothing but escapes takes no longer than its length", () => {
  const began = process.cpuUsage();
  expect(parseLeniently(`{"a":"${'\\"'.repeat(120_000)}`)).toBeUndefined();
  expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
});

test("a text that is very long is not read twice", () => {
  expect(parseLeniently(`{"a":"\\.${"x".repeat(250_000)}"}`)).toBeUndefined();
});
