import { day, hour, minute } from "../../base/time.ts";
import { actsOf, type Part } from "../forge/acts.ts";

const push = ["push"] as const;
const merged = ["merge_request", "merge"] as const;
const updated = ["merge_request", "update"] as const;
const repository = ["repository_update"] as const;

/** Longer than a pipeline takes after the first of its jobs has failed. */
const longRun = 6 * hour;

/**
 * How GitLab's events tell one act. A merge: the merge request, the push to its target, the end of its branch. New commits of a
 * merge request: their push, the merge request. A push: itself, and a system hook's word that the repository changed. A failed
 * pipeline: itself and its failed jobs.
 */
const parts = {
  merged: { rank: 4, keep: 7 * day, beside: [push] },
  push: { rank: 3, after: 4, keep: 10 * minute, beside: [merged, updated, repository] },
  "branch-end": { rank: 3, after: 4, keep: 10 * minute, beside: [merged, repository] },
  "new-commits": { rank: 2, after: 3, keep: 10 * minute, beside: [push] },
  repository: { rank: 1, after: 2, beside: [push, ["tag_push"], updated] },
  pipeline: { rank: 4, after: 3, beside: [["job"]] },
  job: { rank: 3, keep: longRun, beside: [["job"], ["pipeline"]] },
} as const satisfies Record<string, Part>;

/** The act that a notice tells a part of, where the route may hear of it by another event as well. */
export const actOf = actsOf(parts);

/** Apart for each way to end: a job may fail in a pipeline that passes. */
export const pipelineKey = (repo: string, id: number | null | undefined, level: string): string | undefined =>
  id == null ? undefined : `${repo}/run/${id}/${level}`;
