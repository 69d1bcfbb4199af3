import { expect, test } from "vitest";
import { nearest } from "../../lib/base/nearest.ts";

test.each([
  ["pul_request", ["push", "pull_request", "pull_request_review"], "pull_request"],
  ["PUSH", ["push", "public"], "push"],
  ["realease", ["repository", "release"], "release"],
  ["", ["ab", "c"], "c"],
  ["x", [], undefined],
])("%s is nearest of %j to %s", (word, known, found) => {
  expect(nearest(word, known)).toBe(found);
});
