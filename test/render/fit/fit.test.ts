import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Notice } from "../../../lib/model/notice.ts";
import { cut } from "../../../lib/base/cut.ts";
import { render } from "../../../lib/render/index.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { contentOf } from "../../support/content-of.ts";
import { styleOf } from "../../support/styles.ts";

const within = (length: number) => (text: string) => text.length <= length;

describe("a cut", () => {
  test.each([
    ["whole words only", 12, "whole words…"],
    ["whole words only", 11, "whole…"],
    ["一二三四五六七八", 6, "一二三四五…"],
    ["中文 and English", 9, "中文 and…"],
    ["a".repeat(60), 10, `${"a".repeat(9)}…`],
    [`id ${"a".repeat(60)}`, 40, `id ${"a".repeat(36)}…`],
    ["家庭 👩‍👩‍👧‍👦 在此", 10, "家庭…"],
    ["ne\u0301e\u0301e\u0301", 4, "ne\u0301…"],
    ["🇨🇳🇨🇳🇨🇳", 8, "🇨🇳…"],
    ["see https://a.example/long/path now", 20, "see…"],
    ["https://a.example/long/path", 20, ""],
    ["fits", 4, "fits"],
    ["nothing", 0, ""],
  ])("%s to %i", (text, length, kept) => {
    expect(cut(text, within(length))).toBe(kept);
  });

  test("falls between graphemes, and nowhere else", () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (text, length) => {
        const kept = cut(text, within(length));
        expect(kept.length).toBeLessThanOrEqual(length);
        if (kept === text || kept === "") return;
        const boundaries = Array.from(graphemes.segment(text), ({ index }) => index);
        const rest = text.slice(kept.length - 1).trimStart();
        expect(text.startsWith(kept.slice(0, -1))).toBe(true);
        expect(boundaries).toContain(text.length - rest.length);
      }),
    );
  });
});

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
