import type * as z from "zod";
import { bodyPath } from "./body-path.ts";

type Issue = z.core.$ZodIssue;

/** The path and reason of the first fault of a body, never its value: `body.commits[0].message: expected string, received number`. */
export function firstFault(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? tell(issue, []) : "body: does not fit";
}

/** A union reports its branches; the one that got furthest tells most. */
function tell(issue: Issue, outer: readonly PropertyKey[]): string {
  const path = [...outer, ...issue.path];
  if (issue.code === "invalid_union") {
    const [furthest] = issue.errors
      .flatMap((issues) => issues.slice(0, 1))
      .toSorted((a, b) => b.path.length - a.path.length);
    if (furthest) return tell(furthest, path);
  }
  return `${bodyPath(path)}: ${issue.message.replace(/^Invalid input: /, "")}`;
}
