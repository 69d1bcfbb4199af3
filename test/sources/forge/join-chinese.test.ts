import { expect, test } from "vitest";
import { joinChinese } from "../../../lib/sources/forge/join-chinese.ts";

test.each([
  [["octo/app:main", "的", "CI", "失败了"], "octo/app:main 的 CI 失败了"],
  [["octo/app:main", "的", "流水线 #3", "失败了"], "octo/app:main 的流水线 #3 失败了"],
  [["octo/app:main（合并队列里的 PR #7）", "的", "CI", "通过了"], "octo/app:main（合并队列里的 PR #7）的 CI 通过了"],
  [["成为", "群组 Web", "的成员"], "成为群组 Web 的成员"],
  [["a", "", "b"], "a b"],
])("%j is one sentence", (parts, said) => {
  expect(joinChinese(...parts)).toBe(said);
});
