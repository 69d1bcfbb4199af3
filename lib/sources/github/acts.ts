import { day, hour, minute } from "../../base/time.ts";
import type { Act } from "../../model/act.ts";
import type { Level } from "../../model/level.ts";
import type { MapContext } from "../../model/source.ts";
import { actsOf, type Part } from "../forge/acts.ts";

const run = ["workflow_run", "completed"] as const;
const job = ["workflow_job", "completed"] as const;
const check = ["check_run", "completed"] as const;
const suite = ["check_suite", "completed"] as const;
const comment = ["pull_request_review_comment", "created"] as const;
const review = ["pull_request_review", "submitted"] as const;
const closed = ["pull_request", "closed"] as const;

/** A job may take six hours (GitHub's limit on its own runners), and its run ends after it. */
const longRun = 6 * hour;

/**
 * How GitHub's events tell one act. A merge: the pull request, the push to its base, the end of its branch, which people
 * often clear away days later. A new branch: its push, its creation. A run: the run itself, its jobs, their checks, the
 * suite of them. A review: itself and its line comments.
 */
const parts = {
  merged: { rank: 3, keep: 7 * day, beside: [["push"], ["delete"]] },
  "merge-push": { rank: 2, after: 3, beside: [closed] },
  "branch-end": { rank: 1, after: 3, beside: [closed] },
  "first-push": { rank: 2, keep: 10 * minute, beside: [["create"]] },
  "branch-begin": { rank: 1, after: 2, beside: [["push"]] },
  run: { rank: 4, after: 3, keep: longRun, beside: [job, check, suite] },
  job: { rank: 3, after: 4, keep: longRun, beside: [run, job, check, suite] },
  check: { rank: 2, after: 3, keep: longRun, beside: [run, job, check, suite] },
  suite: { rank: 1, after: 2, keep: longRun, beside: [run, job, check] },
  review: { rank: 2, beside: [comment] },
  comment: { rank: 1, beside: [comment, review] },
} as const satisfies Record<string, Part>;

/** The act that a notice tells a part of, where the route may hear of it by another event as well. */
export const actOf = actsOf(parts);

export const reviewKey = (repo: string, id: number | null | undefined): string | undefined =>
  id == null ? undefined : `${repo}/review/${id}`;

/** What of a run's ids a payload has; an attempt to run it again is another act. */
export type RunIds = {
  readonly run?: string | number | null | undefined;
  readonly attempt?: number | null | undefined;
  readonly check?: string | number | null | undefined;
  readonly suite?: number | null | undefined;
  readonly sha?: string | null | undefined;
};

/**
 * A run's act by its ids, apart for each way to end: a job may fail in a run that passes. Where one of the ids is missing
 * that others may know it by, the commit is a key as well, and nothing is silent after it. The suite stays the same when a run
 * is tried again, and what was told of it is no reason for that to be silent.
 */
export function runAct(
  name: "run" | "job" | "check" | "suite",
  { repo, level }: { readonly repo: string; readonly level: Level },
  ids: RunIds,
  context: Pick<MapContext, "hears">,
  adds?: Act["adds"],
): Act | undefined {
  const { run, attempt, check, suite, sha } = ids;
  const named = {
    run: run == null ? undefined : `${repo}/run/${run}.${attempt ?? 1}/${level}`,
    check: check == null ? undefined : `${repo}/check/${check}/${level}`,
    suite: suite == null ? undefined : `${repo}/suite/${suite}/${level}`,
  };
  const isAgain = name === "run" && (attempt ?? 1) > 1;
  const all = keysOf[isAgain ? "again" : name].map((kind) => named[kind]);
  const isWhole = all.every((key) => key !== undefined);
  const act = actOf(name, [...all, isWhole || !sha ? undefined : `${repo}/run-of/${sha}/${level}`], context, adds);
  if (!act || isWhole) return act;
  const { keep: _, ...unkept } = act;
  return unkept;
}

/** By which ids each event can tell a run. A check of GitHub Actions is a job, and has its id. */
const keysOf = {
  run: ["run", "suite"],
  again: ["run"],
  job: ["run", "check"],
  check: ["check", "suite"],
  suite: ["suite"],
} as const satisfies Record<string, readonly ("run" | "check" | "suite")[]>;
