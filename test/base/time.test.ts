import { expect, test } from "vitest";
import { day, hour, minute, second, toSeconds } from "../../lib/base/time.ts";

test("lengths of time are milliseconds", () => {
  expect([second, minute, hour, day]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
});

test.each([
  [0, 0],
  [1, 1],
  [1_000, 1],
  [1_001, 2],
])("%i ms are forgotten after %i s, never sooner", (ms, seconds) => {
  expect(toSeconds(ms)).toBe(seconds);
});
