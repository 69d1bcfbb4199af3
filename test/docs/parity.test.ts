import { describe, expect, it } from "vitest";
import { documents, pairs, readDocument } from "./documents.ts";
import { unlike } from "./parity.ts";

describe("the two languages of a document", () => {
  it("are both there, for all of them", () => {
    expect(pairs.map(({ en }) => en)).toEqual(
      expect.arrayContaining(["README.md", "docs/deploy.md", "docs/senders/sns.md"]),
    );
    expect(pairs.filter(({ zh }) => !documents.includes(zh))).toEqual([]);
  });

  it.each(pairs)("say the same: $en", (pair) => expect(unlike(pair, readDocument)).toEqual([]));
});

describe("a difference is found:", () => {
  const compare = (en: string, zh: string, more: Readonly<Record<string, string>> = {}) => {
    const texts: Readonly<Record<string, string>> = { "a.md": en, "a.zh-CN.md": zh, ...more };
    return unlike({ en: "a.md", zh: "a.zh-CN.md" }, (file) => texts[file] ?? "");
  };
  const other = { "b.md": "# One\n\n## The two\n", "b.zh-CN.md": "# 一\n\n## 二、其二\n" };

  it.each([
    ["a section more", "# A\n\n## B\n", "# 甲\n", "only one of them has it"],
    ["a level", "# A\n\n## B\n", "# 甲\n\n### 乙\n", "levels"],
    ["the order of things", "# A\n\n- b\n", "- 乙\n\n# 甲\n", "another thing stands there"],
    ["a command", "```sh\nnpm ci\n```\n", "```sh\nnpm i\n```\n", "ci ≠ i"],
    ["a command more", "```sh\nnpm ci\n```\n", "```sh\nnpm ci && npm start\n```\n", "(end) ≠ &"],
    ["a name in JSON", '```sh\nc -d \'{"text":"a"}\'\n```\n', '```sh\nc -d \'{"title":"甲"}\'\n```\n', "≠"],
    ["a row", "| a |\n| - |\n| b |\n", "| 甲 |\n| - |\n", "1 × 1 rows and columns, and 0 × 1"],
    ["a list item", "- a\n- b\n", "- 甲\n", "only one of them has it"],
    ["a link", "[a](b.md)", "[甲](c.zh-CN.md)", "another file"],
    ["an address", "[a](https://a.example/)", "[甲](https://b.example/)", "another address"],
    ["an anchor", "[a](b.md#the-two)", "[甲](b.zh-CN.md#一)", "another heading"],
    ["a name", "# A\n\n`a` and `b`\n", "# 甲\n\n`a`\n", "has `b`, which its section of a.zh-CN.md has not"],
    ["a name more", "# A\n\nb\n", "# 甲\n\n`b`\n", "has `b`, which its section of a.md has not"],
    ["an anchor that is none", "[a](b.md#the-three)", "[甲](b.zh-CN.md#二其二)", "no such heading"],
  ])("%s", (_, en, zh, fault) => expect(compare(en, zh, other)).toEqual([expect.stringContaining(fault)]));

  it.each([
    [
      "words",
      "# A\n\nText.\n\n| a | b |\n| - | - |\n| c | d |\n",
      "# 甲\n\n文字。\n\n| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |\n",
    ],
    ["comments and words in commands", '```sh\nsend "a b" # why\n```\n', '```sh\nsend "甲" # 为什么\n```\n'],
    ["a place to fill in", "```sh\npair <route>\n```\n", "```sh\npair <路由>\n```\n"],
    ["names in another order, with places to fill in", "`b <name>` `a` `[x]`\n", "`a` `b <名字>` `静音` `[甲]`\n"],
    ["what a person sees", "```\nA\n```\n", "```\n甲\n乙\n```\n"],
    ["links to the other language", "[a](b.md#the-two)", "[甲](b.zh-CN.md#二其二)"],
  ])("but none in %s", (_, en, zh) => expect(compare(en, zh, other)).toEqual([]));
});
