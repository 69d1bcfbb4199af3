import { expect, test } from "vitest";
import { formPairs } from "../../lib/base/form-pairs.ts";

const fields = (count: number): string => Array.from({ length: count }, (_, at) => `k${at}`).join("&");

test.each<[text: string, pairs: [string, string][]]>([
  ["", []],
  ["a", [["a", ""]]],
  [
    "a=1&b=x+%E4%B8%AD&a=2",
    [
      ["a", "1"],
      ["b", "x 中"],
      ["a", "2"],
    ],
  ],
  ["&&a=1&", [["a", "1"]]],
])("%j", (text, pairs) => expect(formPairs(text)).toEqual(pairs));

test("a thousand fields are read, one more is no form", () => {
  expect(formPairs(fields(1_000))).toHaveLength(1_000);
  expect(formPairs(fields(1_001))).toBeUndefined();
});
