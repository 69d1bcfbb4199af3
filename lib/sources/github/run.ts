import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { lookUp } from "../look-up.ts";
import { queueOf } from "./queue.ts";
import { shortSha } from "./ref.ts";
import { tallyOf } from "./tally.ts";
import type { Telling } from "./telling.ts";

/** Something that ran over a commit and came to an end: a workflow, a job, a check, a commit status. */
export type Run = {
  readonly name: string;
  readonly repo: string;
  /** `owner:branch` where the branch is a fork's. */
  readonly branch: string | undefined;
  readonly sha?: string | null | undefined;
  readonly conclusion: string | null | undefined;
};

type Ending = { readonly level: Level } & Readonly<Record<Language, string>>;

const endings = {
  success: { level: "success", zh: "通过了", en: "passed" },
  failure: { level: "error", zh: "失败了", en: "failed" },
  error: { level: "error", zh: "出错了", en: "hit an error" },
  timed_out: { level: "error", zh: "超时了", en: "timed out" },
  startup_failure: { level: "error", zh: "没能启动", en: "failed to start" },
  action_required: { level: "warning", zh: "在等人处理", en: "needs attention" },
  cancelled: { level: "info", zh: "被取消了", en: "was cancelled" },
} as const satisfies Record<string, Ending>;

const finished: Ending = { level: "info", zh: "结束了", en: "finished" };

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
  const ending: Ending = lookUp<Ending>(endings, run.conclusion) ?? finished;
  const where = placeOfRun(run, language);
  const title =
    language === "zh"
      ? `${where}${where.endsWith("）") ? "的" : " 的"} ${run.name} ${ending.zh}`
      : `${run.name} ${ending.en} on ${where}`;
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
