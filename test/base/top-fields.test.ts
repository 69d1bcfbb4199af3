import { expect, test } from "vitest";
import { topFields } from "../../lib/base/top-fields.ts";

const multipart = [
  '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\n标题\r\n',
  '--b\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n\u0000secret\r\n',
  '--b\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="text"\r\n\r\na\r\nb\r\n',
  "--b--\r\n",
].join("");

const read = (body: string, headers: Record<string, string> = {}, most = 1_000) =>
  Object.fromEntries(topFields({ body: Buffer.from(body), headers }, most));

test.each<[what: string, body: string, headers: Record<string, string>, fields: object]>([
  ["JSON", '{"a":1,"b":{"c":2},"d":null}', {}, { a: 1, b: { c: 2 }, d: null }],
  ["JSON behind space, under a wrong type", '\n {"a":"x"}', { "content-type": "text/plain" }, { a: "x" }],
  ["broken JSON", '{"a":', {}, {}],
  ["a list", "[1]", {}, { "[1]": "" }],
  ["a form", "a=1&b=%E4%B8%AD+x&a=2", {}, { a: "1", b: "中 x" }],
  ["nothing", "", {}, {}],
  [
    "a multipart form, without its files",
    multipart,
    { "content-type": "multipart/form-data; boundary=b" },
    { title: "标题", text: "a\r\nb" },
  ],
  [
    "a quoted boundary",
    multipart,
    { "content-type": 'Multipart/Form-Data; charset=utf-8; boundary="b"' },
    { title: "标题", text: "a\r\nb" },
  ],
  [
    "a multipart form cut off",
    multipart.slice(0, 90),
    { "content-type": "multipart/form-data; boundary=b" },
    { title: "标题" },
  ],
  ["no boundary", "title=x", { "content-type": "multipart/form-data" }, { title: "x" }],
])("%s", (_, body, headers, fields) => expect(read(body, headers)).toEqual(fields));

test("a body that is longer than asked for is not read", () => {
  expect(read('{"a":1}', {}, 7)).toEqual({ a: 1 });
  expect(read('{"a":1}', {}, 6)).toEqual({});
});

test("names of a prototype are names", () => {
  const fields = topFields({ body: Buffer.from('{"__proto__":{"x":1}}'), headers: {} }, 100);
  expect([...fields]).toEqual([["__proto__", { x: 1 }]]);
  expect(({} as { x?: number }).x).toBeUndefined();
});

test("a multipart form of very many parts is read in part, and soon", () => {
  const part = '--b\r\nContent-Disposition: form-data; name="n"\r\n\r\nx\r\n';
  const body = Buffer.from(part.repeat(20_000));
  const fields = topFields({ body, headers: { "content-type": "multipart/form-data; boundary=b" } }, 10_000_000);
  expect([...fields]).toEqual([["n", "x"]]);
});
