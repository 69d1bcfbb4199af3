import { describe, expect, test } from "vitest";
import type { Notice } from "../../../lib/model/notice.ts";
import { render } from "../../support/render.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { contentOf } from "../../support/content-of.ts";
import { styleOf } from "../../support/styles.ts";

const notice = (other: Partial<Notice>): Notice => ({
  source: "generic",
  event: "notice",
  level: "info",
  title: "标题",
  lines: [],
  at: "2026-11-20T08:30:00Z",
  ...other,
});

const small = { limit: { characters: 120, bytes: 300 } };

const told = (other: Partial<Notice>, style: Partial<Style> = small): readonly string[] =>
  contentOf(render([notice(other)], styleOf("text", style))).split("\n");

describe("what does not fit", () => {
  test("lines are left out from the end and counted", () => {
    const lines = Array.from({ length: 30 }, (_, index) => `第 ${index + 1} 行有些内容在这里`);
    expect(told({ lines, link: "https://a.example/x" })).toEqual([
      "标题",
      ...lines.slice(0, 6),
      "…还有 24 行",
      "https://a.example/x",
    ]);
  });

  test("a long line is cut where it still tells something, a short rest is left out", () => {
    expect(told({ lines: ["字".repeat(500)] })).toEqual(["标题", `${"字".repeat(96)}…`]);
    expect(told({ lines: ["字".repeat(80), "字".repeat(80)] })).toEqual(["标题", "字".repeat(80), "…还有 1 行"]);
  });

  test("bytes count as well as characters, after escaping", () => {
    const [, line] = told({ lines: ["&".repeat(500)] }, { ...small, wire: "guild" });
    expect(line).toBe(`${"&amp;".repeat(23)}…`);
  });

  test("a title is cut rather than a link dropped; a link that leaves no room for a title goes", () => {
    const link = `https://a.example/${"a".repeat(50)}`;
    expect(told({ title: "长".repeat(300), link, lines: ["x"] })).toEqual([`${"长".repeat(42)}…`, "…还有 1 行", link]);
    expect(told({ title: "短标题", link: `https://a.example/${"a".repeat(150)}` })).toEqual(["短标题"]);
  });
});
