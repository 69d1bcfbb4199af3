import { expect, it } from "vitest";
import { readFiles, readMultipart } from "../../lib/base/read-multipart.ts";

const type = "multipart/form-data; boundary=b";
const part = (disposition: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`;
const bodyOf = (...parts: readonly string[]) => Buffer.from(`${parts.join("")}--b--\r\n`);

it("tells texts and files apart", () => {
  const body = bodyOf(
    part('name="chat_id"', "1"),
    part('name="photo"; filename="/tmp/a.png"', "\u0089PNG\r\n\r\nbytes\r\n"),
    part(`name="file"; filename*=UTF-8''%E4%B8%AD.txt`, "x"),
    part('name="caption"', "图\r\n"),
  );
  expect({ ...readMultipart(body, type) }).toEqual({ chat_id: "1", caption: "图\r\n" });
  expect(readFiles(body, type).map(({ name, file, bytes }) => [name, file, bytes.toString()])).toEqual([
    ["photo", "a.png", "\u0089PNG\r\n\r\nbytes\r\n"],
    ["file", "中.txt", "x"],
  ]);
});

it("there are none in what is no such form", () => {
  expect(readMultipart(bodyOf(part('name="a"', "1")), "application/json")).toBeUndefined();
  expect(readFiles(bodyOf(part('name="a"; filename="b"', "1")), undefined)).toEqual([]);
});

it.each([
  ['filename="a b.txt"', "a b.txt"],
  ["filename=a.txt", "a.txt"],
  ['filename="C:\\temp\\a.txt"', "a.txt"],
  ["filename*=UTF-8''%E0%A4%A", ""],
  ['filename=""', ""],
])("the name of a file with %s", (disposition, name) => {
  expect(readFiles(bodyOf(part(`name="f"; ${disposition}`, "x")), type).map(({ file }) => file)).toEqual([name]);
});
