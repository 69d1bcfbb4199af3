import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../../lib/model/refusal.ts";
import { readForm, readJson, readText } from "../../lib/sources/read-json.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["", /^body is empty: send JSON · /],
  [" \n", /^body is empty/],
  ["hello", /fault at line 1 column 1 · /],
  ['{"a":1,}', /fault at line 1 column 8 · /],
  ['{"a": hello}', /fault at line 1 column 7 · /],
  ['{"a": 1,\n "b": [,1]}', /fault at line 2 column 8 · /],
  ['{"a":1}\n\n x', /fault at line 3 column 2 · /],
  ['{"a":', /it ends too early, after 5 characters · /],
  ['{"a":"b', /fault at line 1 column 8 · /],
  [`[${"1,".repeat(500_000)}x]`, /^body is not JSON: it holds a character where none fits · /],
  ["[".repeat(100_000), /it ends too early/],
  ["[".repeat(101) + "]".repeat(101), /nested deeper than 100 levels · /],
  ["[".repeat(1_000_000) + "]".repeat(1_000_000), /nested deeper than 100 levels · /],
] as const)("%.20j is unreadable", (text, message) => {
  expect(readJson(bytes(text))).toMatchObject({ refusal: "unreadable", message: expect.stringMatching(message) });
});

test("a fault's message quotes nothing of the body", () => {
  const secret = readJson(bytes('{"token": s3cret-value}'));
  expect(JSON.stringify(secret)).not.toContain("s3cret");
});

test.each([
  ['{"__proto__":{}}', "body.__proto__"],
  ['{"a":[{"__proto__":1}]}', "body.a[0].__proto__"],
  ['{"a":{"\\u005f_proto__":1}}', "body.a.__proto__"],
  ['{"odd key":{"constructor":{"prototype":{}}}}', 'body["odd key"].constructor.prototype'],
] as const)("%s is refused by its path", (text, path) => {
  expect(readJson(bytes(text))).toMatchObject({ refusal: "invalid", message: expect.stringContaining(`${path}: `) });
});

test.each([
  '{"constructor":"acme","prototype":1}',
  "[".repeat(100) + "]".repeat(100),
  '{"a":1,"a":2}',
  '"text"',
  "null",
])("%.30s is taken", (text) => {
  expect(readJson(bytes(text))).toEqual({ json: JSON.parse(text) });
});

test("bytes that are not UTF-8 are refused, a byte order mark is not", () => {
  expect(readText(Uint8Array.of(0xc4, 0xe3))).toMatchObject({ refusal: "unreadable" });
  expect(readJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31))).toEqual({ json: 1 });
});

test.each([
  ["a=1&a=2&b=%E4%BD%A0+%26", { a: "2", b: "你 &" }],
  ["disk=100%", { disk: "100%" }],
  ["mark=%EF%BF%BD", { mark: "\uFFFD" }],
  ["", {}],
] as const)("form %s", (text, form) => {
  const read = readForm(bytes(text));
  expect(isRefusal(read) ? read : { ...read.form }).toEqual(form);
});

test("a form has no prototype, and no field of another encoding", () => {
  const read = readForm(bytes("__proto__=x&constructor=y"));
  if (isRefusal(read)) throw new Error(read.message);
  expect(Object.getPrototypeOf(read.form)).toBe(null);
  expect(Object.keys(read.form)).toEqual(["__proto__", "constructor"]);
  expect(readForm(bytes("ok=1&text=%C4%E3%BA%C3"))).toEqual({
    refusal: "unreadable",
    message: 'form field "text" is not valid UTF-8: send it in UTF-8 · 表单的 "text" 不是有效的 UTF-8：请用 UTF-8 发送',
  });
});

test("any JSON comes back as it went, any bytes are an answer", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value);
      const read = readJson(bytes(text));
      const refused = /"__proto__"|"prototype"/.test(text) && isRefusal(read);
      expect(refused || read).toEqual(refused || { json: JSON.parse(text) });
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (some) => {
      for (const read of [readJson(some), readForm(some), readText(some)]) expect(read).toBeTypeOf("object");
    }),
    { numRuns: 500 },
  );
});

test("a fault is found where the text was broken", () => {
  const text = JSON.stringify({ ref: "refs/heads/main", list: [1, 2, { deep: true }], n: 1.5 });
  for (let at = 1; at < text.length; at += 1) {
    if (!/[,:{}[\]]/.test(text[at - 1] ?? "")) continue;
    const read = readJson(bytes(`${text.slice(0, at)}#${text.slice(at)}`));
    expect(read).toMatchObject({
      message: `body is not JSON: fault at line 1 column ${at + 1} · 正文不是 JSON：第 1 行第 ${at + 1} 列有错`,
    });
  }
});

test("a form of over a thousand fields is refused, and says so", () => {
  const read = readForm(Buffer.from("&lt;".repeat(1_001)));
  expect(read).toMatchObject({
    message: "the form has over 1000 fields: send fewer · 表单的字段超过 1000 个：请少发一些",
  });
});
