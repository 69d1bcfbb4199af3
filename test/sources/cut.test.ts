import { describe, expect, test } from "vitest";
import { cut } from "../../lib/sources/cut.ts";

describe("cut", () => {
  test.each([
    ["abc", 3, "abc"],
    ["abcd", 3, "abc…"],
    ["ab cd", 3, "ab…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"],
    [`ab${"\u0301".repeat(500)}c`, 3, "a…"],
  ])("%s to %i", (text, max, short) => expect(cut(text, max)).toBe(short));
});
