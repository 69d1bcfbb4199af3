import type * as z from "zod";
import { bodyPath } from "./body-path.ts";

type Issue = z.core.$ZodIssue;

/**
 * The path and reason of the first fault of a body, in English and Chinese, never its value:
 * `body.commits[0].message: expected string, received number`.
 */
export function firstFault(error: z.ZodError): readonly [en: string, zh: string] {
  const issue = error.issues[0];
  return issue ? tell(issue, []) : ["body: does not fit", "正文不符合格式"];
}

/** A union reports its branches; the one that got furthest tells most. */
function tell(issue: Issue, outer: readonly PropertyKey[]): readonly [en: string, zh: string] {
  const path = [...outer, ...issue.path];
  if (issue.code === "invalid_union") {
    const [furthest] = issue.errors
      .flatMap((issues) => issues.slice(0, 1))
      .toSorted((a, b) => b.path.length - a.path.length);
    if (furthest) return tell(furthest, path);
  }
  const reason = issue.message.replace(/^Invalid input: /, "");
  return [`${bodyPath(path)}: ${reason}`, `${bodyPath(path)}：${inChinese(reason)}`];
}

/** Names of types stay as they are: they are what the sender's code has. */
function inChinese(reason: string): string {
  const [, expected, received] = /^expected (.+), received (.+)$/.exec(reason) ?? [];
  if (expected === undefined || received === undefined) return `不符合要求（${reason}）`;
  return `应为 ${expected}，${received === "undefined" ? "却没有" : `却是 ${received}`}`;
}
