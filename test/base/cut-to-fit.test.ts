import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutToFit } from "../../lib/base/cut-to-fit.ts";

const within = (length: number) => (text: string) => text.length <= length;

describe("a cut to what fits", () => {
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
    expect(cutToFit(text, within(length))).toBe(kept);
  });

  test("falls between graphemes, and nowhere else", () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (text, length) => {
        const kept = cutToFit(text, within(length));
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
