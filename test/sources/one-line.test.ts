import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneLine } from "../../lib/sources/one-line.ts";
import { hostileText } from "../support/hostile-text.ts";

describe("oneLine", () => {
  test.each([
    ["  two\n lines\t here ", "two lines here"],
    ["a\u0000b\u001b[31mc\u0085d", "a b [31mc d"],
    ["a\u2028b\u2029c", "a b c"],
    ["user\u202egpj.exe\u2066x", "usergpj.exex"],
    ["half \ud83d", "half \ufffd"],
    ["", ""],
  ])("%j", (text, line) => expect(oneLine(text)).toBe(line));

  test("is short and clean whatever comes", () => {
    fc.assert(
      fc.property(hostileText(30), (text) => {
        const line = oneLine(text, 50);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(line.isWellFormed()).toBe(true);
        expect([...new Intl.Segmenter("und").segment(line)].length).toBeLessThanOrEqual(51);
      }),
      { numRuns: 500 },
    );
  });

  test("takes a text of megabytes in its stride", () => {
    const started = performance.now();
    expect(oneLine("\n".repeat(5_000_000))).toBe("");
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
