import { describe, expect, test } from "vitest";
import { cutToLength } from "../../lib/base/cut-to-length.ts";

describe("a cut to a number of characters", () => {
  test.each([
    ["abc", 3, "abc"],
    ["abcd", 3, "abc…"],
    ["ab cd", 3, "ab…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"],
    [`ab${"\u0301".repeat(500)}c`, 3, "a…"],
  ])("%s to %i", (text, max, short) => expect(cutToLength(text, max)).toBe(short));
});
