import { expect, test } from "vitest";
import { cutToLength } from "../../lib/base/cut-to-length.ts";
import { capLines, room } from "../../lib/sources/cap-lines.ts";

const url = `https://a.example/?q=${"x".repeat(400)}`;

test.each([
  ["one behind words goes", `see ${url}`, 100, "see…"],
  ["one that fits stays", "see https://a.example/b and more words", 25, "see https://a.example/b a…"],
  ["one alone is no address any more", url, 100, "…"],
])("a link at a cut: %s", (_, text, max, cut) => {
  expect(cutToLength(text, max)).toBe(cut);
});

test("nor do the lines of a notice end inside one", () => {
  const line = `${"字".repeat(1_800)} https://a.example/${"x".repeat(1_800)}`;
  expect(capLines([line], room).kept).toEqual([`${"字".repeat(1_800)} …`]);
});
