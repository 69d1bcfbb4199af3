import { describe, expect, test } from "vitest";
import { excerpt } from "../../../lib/sources/github/excerpt.ts";

describe("excerpt", () => {
  test.each([
    ["nothing", undefined, []],
    ["hidden comments, also unclosed", "<!-- keep -->Hello\n<!-- never closed\nat all", ["Hello"]],
    ["a quote before the reply", "> old words\n> more\n\nnew words", ["new words"]],
    ["a quote alone", "> old words", ["> old words"]],
    ["code fences and headings", "## Why\n```ts\nlet a = 1;\n```", ["Why", "let a = 1;"]],
    [
      "pictures",
      '![s](https://a.example/1.png) and <img width="5" src="https://a.example/2.png">',
      ["[图片] and [图片]"],
    ],
    ["three lines of more", "1\n2\n3\n4", ["1", "2", "3…"]],
    ["a generic type is no markup", "List<String> x", ["List<String> x"]],
  ])("%s", (_, body, lines) => expect(excerpt(body, "zh")).toEqual(lines));

  test("is cut to 200 characters", () => {
    const lines = excerpt(`${"字".repeat(150)}\n${"字".repeat(150)}\nmore`, "zh");
    expect(lines).toEqual(["字".repeat(150), `${"字".repeat(50)}…`]);
  });

  test("takes markup that never ends in its stride", () => {
    const started = performance.now();
    for (const unit of ["<!--", "![", "![](", "<img ", "> "]) excerpt(unit.repeat(200_000), "en");
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
