import { describe, expect, it } from "vitest";
import { readSegments } from "../../../lib/sources/onebot/segments.ts";
import { segmentsOf } from "../../../lib/sources/onebot/segments-of.ts";

const tell = (...segments: readonly object[]) => {
  const { lines, ...finds } = readSegments(segmentsOf(segments));
  return { words: lines.map((line) => line.trim()).filter(Boolean), ...finds };
};

const url = "https://a.example.com/1";

describe("segments in words", () => {
  it.each<[string, object, object]>([
    ["text", { type: "text", data: { text: "a [x]&y" } }, { words: ["a [x]&y"] }],
    ["a call", { type: "at", data: { qq: "all" } }, { words: [], calls: "@all" }],
    ["Milky's call", { type: "mention_all", data: {} }, { words: [], calls: "@all" }],
    ["a person", { type: "at", data: { qq: 10_001 } }, { words: ["@10001"] }],
    ["a named person", { type: "at", data: { qq: "1", name: "ann" } }, { words: ["@ann"] }],
    ["a picture", { type: "image", data: { file: url } }, { words: [], image: url }],
    ["a picture under another name", { type: "image", data: { file: "a.image", url } }, { words: [], image: url }],
    ["a picture's bytes", { type: "image", data: { file: "base64://R0lGOD" } }, { words: [], image: "R0lGOD" }],
    ["a picture of the sender's disk", { type: "image", data: { file: "file:///etc/passwd" } }, { words: ["🖼"] }],
    ["a share", { type: "share", data: { title: "t", content: "c", url } }, { words: ["t", "c"], link: url }],
    ["a share without a title", { type: "share", data: { url } }, { words: [url] }],
    ["a share of nothing", { type: "share", data: { url: "javascript:1" } }, { words: [] }],
    ["a face", { type: "face", data: { id: "76" } }, { words: ["👍"] }],
    ["another face", { type: "face", data: { id: 9_999 } }, { words: ["[face 9999]"] }],
    ["a file", { type: "file", data: { name: "a.csv", url } }, { words: ["📄 a.csv"], link: url }],
    [
      "a card",
      { type: "json", data: { data: '{"prompt":"p","meta":{"x":{"jumpUrl":"https://a.example.com/1"}}}' } },
      { words: ["p"], link: url },
    ],
    ["a card that is none", { type: "json", data: { data: "[" } }, { words: ["🗂"] }],
    ["a card of null", { type: "json", data: { data: '{"meta":null}' } }, { words: ["🗂"] }],
    ["an answer to", { type: "reply", data: { id: "1" } }, { words: [] }],
    ["another", { type: "new_kind", data: {} }, { words: ["[new_kind]"] }],
    ["one without data", { type: "text" }, { words: [] }],
  ])("%s", (_, segment, told) => expect(tell(segment)).toEqual(told));

  it("of several pictures the first is shown", () => {
    expect(tell({ type: "image", data: { file: url } }, { type: "image", data: { file: `${url}0` } })).toEqual({
      words: ["🖼"],
      image: url,
    });
  });

  it("talks within talks are read to a depth", () => {
    const nest = (depth: number): object =>
      depth === 0
        ? { type: "text", data: { text: "within" } }
        : { type: "forward", data: { messages: [{ segments: [nest(depth - 1)] }] } };
    expect(tell(nest(3)).words).toEqual(["within"]);
    expect(tell(nest(4)).words).toEqual(["🗂"]);
  });
});

it.each([
  ["a list", [{ type: "dice" }], ["dice"]],
  ["one alone", { type: "dice", data: {} }, ["dice"]],
  ["a list as text", '[{"type":"dice"}]', ["dice"]],
  ["one as text", ' {"type":"dice","data":{}}', ["dice"]],
  ["other JSON", '{"a":1}', ["text"]],
  ["a number", 7, ["text"]],
  ["null", null, []],
  ["a list of anything", [null, 1, "x", { type: 3 }], ["3"]],
])("the segments of %s", (_, message, types) => {
  expect(segmentsOf(message).map(({ type }) => type)).toEqual(types);
});
