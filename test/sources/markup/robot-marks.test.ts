import { describe, expect, it } from "vitest";
import { readAt } from "../../../lib/sources/dingtalk/read-at.ts";
import { unwrap } from "../../../lib/sources/dingtalk/unwrap.ts";
import { readAtTags } from "../../../lib/sources/markup/at-tags.ts";
import { partTables } from "../../../lib/sources/markup/part-tables.ts";
import { readTagged } from "../../../lib/sources/markup/read-tagged.ts";
import type { Finds } from "../../../lib/sources/markup/told.ts";

describe("Feishu's marks for people", () => {
  it.each([
    ['<at user_id="ou_1">小林</at>请看', "@小林 请看", undefined],
    ["<at id=ou_1></at>请看", "请看", undefined],
    ['<at user_id="all">所有人</at>请看', "请看", "@all"],
    ["<at id=all></at>请看", "请看", "@all"],
    ["<at id='all'/>请看", "请看", "@all"],
    ["<at id=allen>Allen</at>", "@Allen ", undefined],
    ["<attr> a <at", "<attr> a <at", undefined],
  ])("%s", (text, words, calls) => {
    const finds: Finds = {};
    expect(readAtTags(text, finds)).toBe(words);
    expect(finds.calls).toBe(calls);
  });
});

describe("DingTalk's", () => {
  it("marks for people that are called are dropped, others stay", () => {
    const { withoutMarks } = readAt({ atMobiles: ["13900000001", 13900000002], atUserIds: "lina,tom" });
    expect(withoutMarks("@13900000001 @13900000002 @tom请看 @13900000003 lina@example.com")).toBe(
      "请看 @13900000003 lina@example.com",
    );
  });

  it.each([
    [{ isAtAll: true }, true],
    [{ isAtAll: "True" }, true],
    [{ isAtAll: 1 }, true],
    [{ isAtAll: "false" }, false],
    [{}, false],
    [null, false],
    [[null], false],
  ])("at %j", (at, isAll) => {
    expect(readAt(at).isAll).toBe(isAll);
  });

  it.each([
    [
      "dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fa.example.com%2F%3Fb%3D1&pc_slide=false",
      "https://a.example.com/?b=1",
    ],
    [
      "[x](dingtalk://dingtalkclient/page/link?pc_slide=true&url=http%3A%2F%2Fa.example.com)",
      "[x](http://a.example.com)",
    ],
    [
      "dingtalk://dingtalkclient/page/link?url=javascript%3Aalert(1)",
      "dingtalk://dingtalkclient/page/link?url=javascript%3Aalert(1)",
    ],
    ["dingtalk://dingtalkclient/page/link?a=1", "dingtalk://dingtalkclient/page/link?a=1"],
    ["https://a.example.com", "https://a.example.com"],
  ])("addresses: %s", (text, words) => {
    expect(unwrap(text)).toBe(words);
  });
});

it("a plain text loses the HTML that tools write, and nothing else", () => {
  expect(readTagged('<b>a</b> < b && <db1> *c* `d` &lt; <a href="https://e.example.com">e</a><br>f\r\ng')).toEqual({
    link: "https://e.example.com",
    lines: ["a < b && <db1> *c* `d` &lt; e", "f", "g"],
  });
});

it("a table is parted from the line before it", () => {
  expect(partTables("- a\n| b | c |\n| :-- | --: |\n| 1 | 2 |\n---\n| d |")).toBe(
    "- a\n\n| b | c |\n| :-- | --: |\n| 1 | 2 |\n---\n| d |",
  );
});
