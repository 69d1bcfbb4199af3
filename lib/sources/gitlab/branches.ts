import * as z from "zod";
import type { Act } from "../../model/act.ts";
import type { MapContext } from "../../model/source.ts";
import { endKey, mergeKey } from "../forge/acts.ts";
import { number, text } from "../forge/fields.ts";
import { actOf } from "./acts.ts";

/** What a merge request says of its two branches, and of the commits that it brought from one to the other. */
export const Branches = z.object({
  source_branch: text,
  target_branch: text,
  source_project_id: number,
  target_project_id: number,
  source: z.object({ path_with_namespace: text }).nullish(),
  merge_commit_sha: text,
  squash_commit_sha: text,
  last_commit: z.object({ id: text }).nullish(),
});

type Branches = z.infer<typeof Branches>;

const isOfFork = ({ source_project_id: from, target_project_id: to }: Branches): boolean =>
  from != null && to != null && from !== to;

/** `main ← topic`; a fork's branch is named with its project. */
export function branchesOf(told: Branches): string {
  const { target_branch: target, source_branch: branch, source } = told;
  if (!target || !branch) return "";
  return `${target} ← ${isOfFork(told) && source?.path_with_namespace ? `${source.path_with_namespace}:` : ""}${branch}`;
}

/** A merge tells what the push to its target does, by any kind of commit; new commits, what the push to its branch does. */
export function actOfDeed(action: string, told: Branches, repo: string, context: MapContext): Act | undefined {
  const { target_branch: target, source_branch: branch, last_commit: last } = told;
  const isOwn = !isOfFork(told) && branch;
  if (action === "merged") {
    const shas = [told.merge_commit_sha, told.squash_commit_sha, last?.id];
    const pushes = shas.map((sha) => (target ? mergeKey(repo, `refs/heads/${target}`, sha) : undefined));
    return actOf("merged", [...pushes, isOwn ? endKey(repo, branch) : undefined], context);
  }
  return action === "synchronize" && isOwn
    ? actOf("new-commits", [mergeKey(repo, `refs/heads/${branch}`, last?.id)], context)
    : undefined;
}
