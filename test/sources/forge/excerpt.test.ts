import { describe, expect, test } from "vitest";
import { excerpt } from "../../../lib/sources/forge/excerpt.ts";

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
    ["emphasis, also next to Chinese", "一个**重点（很重要）**要_看_ ~~旧~~", ["一个重点（很重要）要_看_ 旧"]],
    [
      "links by their text",
      "[报告](https://a.example/r?x=1 'T') 与 <https://b.example/c>",
      ["报告 与 https://b.example/c"],
    ],
    ["a table's cells", "| Case | Result |\n|---|:-:|\n| a | **ok** |", ["Case · Result", "a · ok"]],
    [
      "an HTML table's cells",
      "<table>\n<tr><th>A</th><td><b>x</b> &amp; y</td></tr>\n<tr><td>B</td></tr></table>",
      ["A · x & y", "B"],
    ],
    ["boxes", "- [x] tests\n- [ ] docs\n1. first", ["☑ tests", "☐ docs", "1. first"]],
    [
      "names of emoji, but not in code",
      ":bug: fixed `:bug:` :nosuch: :constructor:",
      ["🐛 fixed :bug: :nosuch: :constructor:"],
    ],
    ["folded parts", "<details>\n<summary>Log</summary>\n\nline **one**\n\n</details>", ["Log", "line one"]],
    ["lines broken by tags", "one<br/>two<p>three", ["one", "two", "three"]],
    ["scripts and styles", "<style>a {}\n\nb {}</style>\n\n<script>alert(1)</script>\n\nseen", ["seen"]],
    ["escapes and entities", "a \\* b &lt;c&gt; &#x4e2d;", ["a * b <c> 中"]],
    ["headings of a document", "# Title\n\nSub\n===\n\ntext", ["Title", "Sub", "text"]],
    ["a question with its answer", "### Why\n\nbecause\n\nof this", ["Why：because", "of this"]],
    [
      "a form's questions, each with its first answer",
      "### 版本\n\n1.2\n\n还有 1.3\n\n### 日志\n\n_No response_\n\n### 发生了什么？\n\n登不上去\n\n每次都这样",
      ["版本：1.2", "发生了什么？ 登不上去"],
    ],
    ["nothing but what is not shown", "<!-- a -->\n\n[ref]: https://a.example\n", []],
  ])("%s", (_, body, lines) => expect(excerpt(body, "zh")).toEqual(lines));

  test("GitHub's own pages are told as GitHub shows them", () => {
    const page = "https://github.com/mona/shop/releases/tag/v2";
    const text = [
      "* feat: cart by @mona in https://github.com/mona/shop/pull/10",
      "see https://github.com/other/lib/issues/7#issuecomment-1 and https://github.com/mona/shop/commit/1234567890abcdef",
      "https://github.com/mona/shop/compare/v1...v2, https://github.com/mona, https://a.example/mona/shop/pull/3",
    ].join("\n");
    expect(excerpt(text, "en", page)).toEqual([
      "feat: cart by @mona in #10",
      "see other/lib#7 and 1234567",
      "v1...v2, https://github.com/mona, https://a.example/mona/shop/pull/3",
    ]);
    expect(excerpt("https://github.com/mona/shop/pull/10", "en")).toEqual(["https://github.com/mona/shop/pull/10"]);
  });

  test("is cut at a word, and never inside a URL", () => {
    const url = `https://a.example/${"x".repeat(60)}`;
    expect(excerpt(`${"word ".repeat(30)}${url}`, "en")).toEqual([`${"word ".repeat(30).trim()}…`]);
    expect(excerpt("wonderful ".repeat(30), "en")).toEqual([`${"wonderful ".repeat(20).trim()}…`]);
    expect(excerpt(`one\nhttps://a.example/${"x".repeat(900)}`, "en")).toEqual(["one"]);
  });

  test("is cut to 200 characters", () => {
    const lines = excerpt(`${"字".repeat(150)}\n${"字".repeat(150)}\nmore`, "zh");
    expect(lines).toEqual(["字".repeat(150), `${"字".repeat(50)}…`]);
  });

  test("takes markup that never ends in its stride", () => {
    const started = performance.now();
    for (const unit of [
      "<!--",
      "![",
      "![](",
      "<img ",
      "> ",
      "- ",
      "* - ",
      "[",
      "_a",
      "*a_",
      "[a]: b\n",
      "|a|\n|-|\n",
      "<b>",
    ])
      excerpt(unit.repeat(200_000), "en");
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
