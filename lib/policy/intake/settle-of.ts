import { second } from "../../base/time.ts";
import { readDuration } from "../../model/duration.ts";
import type { Notice } from "../../model/notice.ts";
import type { Route } from "../../model/route.ts";

/** GitHub sends what tells one act within a second or two. */
const usual = 5 * second;

/** How long (ms) a notice waits for others that may tell the same act; 0 where there are none, or it must not wait. */
export function settleOf({ act, level }: Pick<Notice, "act" | "level">, { policy }: Pick<Route, "policy">): number {
  if (act === undefined || level === "critical") return 0;
  return policy?.settle === undefined ? usual : (readDuration(policy.settle) ?? usual);
}
