import { expect, test } from "vitest";
import { readCount } from "../../../../../simulator/page/browser/knobs/read-count.ts";

test.each([
  ["0", 0],
  [" 12 ", 12],
  ["*", null],
  ["", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["9999999999", undefined],
])("%o is %o", (text, count) => expect(readCount(text)).toBe(count));
