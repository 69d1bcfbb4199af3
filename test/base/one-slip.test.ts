import { expect, test } from "vitest";
import { isOneSlip } from "../../lib/base/one-slip.ts";

test.each<[string, string, boolean]>([
  ["hepl", "help", true],
  ["hlep", "help", true],
  ["hel", "help", true],
  ["heelp", "help", true],
  ["helo", "help", true],
  ["help", "help", false],
  ["hello", "help", false],
  ["plhe", "help", false],
  ["he", "help", false],
  ["bid", "bin", false],
  ["stauts", "status", true],
  ["status", "stats", true],
  ["statsu!", "status", false],
  ["unmte", "unmute", true],
  ["pushes", "push", false],
])("%s and %s: %s", (a, b, slip) => {
  expect(isOneSlip(a, b)).toBe(slip);
  expect(isOneSlip(b, a)).toBe(slip);
});
