import type * as z from "zod";
import type { Said } from "../../lib/model/said.ts";

/** What was written wrongly for an operation, by the names that the command's help has. */
export const tellInvalid = (issues: readonly z.core.$ZodIssue[]): Said => ({
  zh: issues.map((issue) => tellIssue(issue).zh).join("；"),
  en: issues.map((issue) => tellIssue(issue).en).join("; "),
});

function tellIssue(issue: z.core.$ZodIssue): Said {
  const name = issue.path.join(".");
  if (issue.code === "too_small") return { zh: `${name} 不能是空的`, en: `${name} must not be empty` };
  if (issue.code !== "too_big") return { zh: `${name}：${issue.message}`, en: `${name}: ${issue.message}` };
  return { zh: `${name} 最多 ${issue.maximum} 个字符`, en: `${name} has to be of at most ${issue.maximum} characters` };
}
