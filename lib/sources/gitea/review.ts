import type { AsGithub, Json } from "../github/as-github.ts";
import { memberOf, textOf } from "./members.ts";
import { pullOf } from "./threads.ts";

/** By the end of a review's type: `pull_request_review_approved`. One without a verdict has only comments on lines, which nothing else tells. */
const verdicts = [
  [/approved$/, "approved"],
  [/rejected$/, "changes_requested"],
] as const;

export function review(json: Json): AsGithub {
  const told = memberOf(json, "review");
  const type = textOf(told, "type") ?? "";
  return {
    event: "pull_request_review",
    body: {
      ...json,
      action: "submitted",
      pull_request: pullOf(json),
      review: {
        state: verdicts.find(([end]) => end.test(type))?.[1] ?? "reviewed",
        body: told["content"],
        user: json["sender"],
      },
    },
  };
}
