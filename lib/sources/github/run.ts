import type { Language } from "../../model/language.ts";
import { endingOf, tellEnding } from "../forge/endings.ts";
import { shortSha } from "../forge/ref.ts";
import { tallyOf } from "../forge/tally.ts";
import type { Telling } from "../forge/telling.ts";
import { queueOf } from "./queue.ts";

/** Something that ran over a commit and came to an end: a workflow, a job, a check, a commit status. */
export type Run = {
  readonly name: string;
  readonly repo: string;
  /** `owner:branch` where the branch is a fork's. */
  readonly branch: string | undefined;
  readonly sha?: string | null | undefined;
  readonly conclusion: string | null | undefined;
};

/** GitHub's words for what did not run, or no longer matters. */
const silent: readonly (string | null | undefined)[] = ["skipped", "stale"];

/** A run over a pull request in the merge queue is that pull request's. */
const queued = {
  zh: (place, pull) => `${place}（合并队列里的 PR #${pull}）`,
  en: (place, pull) => `${place} (PR #${pull} in the merge queue)`,
} as const satisfies Record<Language, (place: string, pull: string) => string>;

/** `CI failed on octo/app:main`, with its level; undefined when nothing ran. Several runs are counted as `kind`. */
export function tellRun(
  run: Run,
  kind: "run" | "check",
  language: Language,
): Pick<Telling, "level" | "title" | "tally"> | undefined {
  if (silent.includes(run.conclusion)) return undefined;
  const ending = endingOf(run.conclusion);
  const title = tellEnding({ name: run.name, where: placeOfRun(run, language), ending }, language);
  const thing = ending.level === "success" ? (`passed-${kind}` as const) : kind;
  return { level: ending.level, title, tally: tallyOf(thing, run.repo, language) };
}

function placeOfRun({ repo, branch, sha }: Run, language: Language): string {
  const queue = queueOf(branch);
  if (queue) return queued[language](`${repo}:${queue.base}`, queue.pull);
  if (!branch) return sha ? `${repo}@${shortSha(sha)}` : repo;
  return branch.includes(":") ? `${repo} (${branch})` : `${repo}:${branch}`;
}

/** What a run is kept apart by beside its name: the branch, or the commit where no branch is told. */
export const lineOfRun = ({ branch, sha }: Pick<Run, "branch" | "sha">): string => branch ?? sha ?? "";
