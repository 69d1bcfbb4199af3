import * as z from "zod";
import { runAct, type RunIds } from "./acts.ts";
import { Commit, commitLine } from "../forge/commit-line.ts";
import { defineEvent } from "./event.ts";
import { Named, number, text } from "../forge/fields.ts";
import { Account, InRepository } from "./fields.ts";
import { idsOfPage } from "./run-page.ts";
import { lineOfRun, tellRun } from "./run.ts";

const WorkflowRun = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    workflow_run: z.object({
      id: number,
      run_attempt: number,
      check_suite_id: number,
      name: text,
      conclusion: text,
      head_branch: text,
      head_sha: text,
      head_commit: Commit.nullish(),
      head_repository: z.object({ full_name: text, owner: Account }).nullish(),
      html_url: text,
      updated_at: text,
    }),
    workflow: Named,
  }),
);

type WorkflowRun = z.infer<typeof WorkflowRun>;

type Told = WorkflowRun["workflow_run"];

/** Only the end is told; a newer end on the same branch says all that the older one said. */
export const workflowRun = defineEvent({
  schema: WorkflowRun,
  branch: branchOfRun,
  map(body, context) {
    const { language } = context;
    if (body.action !== "completed") return undefined;
    const { workflow_run: told, workflow, repository } = body;
    const repo = repository.full_name;
    const name = told.name || workflow?.name || "workflow";
    const run = { name, repo, branch: branchOfRun(body), sha: told.head_sha, conclusion: told.conclusion };
    const said = tellRun(run, "run", language);
    return (
      said && {
        ...said,
        lines: told.head_commit ? [commitLine(told.head_commit)] : [],
        link: told.html_url,
        key: `${repo}/workflow/${name}/${lineOfRun(run)}`,
        at: told.updated_at,
        replaces: true,
        // Jobs and checks are told only to a route that names events.
        act: context.isNamed ? runAct("run", { repo, level: said.level }, idsOf(told), context) : undefined,
      }
    );
  },
});

const idsOf = ({ id, run_attempt: attempt, check_suite_id: suite, head_sha: sha, html_url: page }: Told): RunIds => ({
  run: id ?? idsOfPage(page).run,
  attempt,
  suite,
  sha,
});

/** Whom GitHub shows in place of an account that is gone. */
const deleted = "ghost";

/** A fork's `main` is not ours: it is named `owner:main`, so that neither a filter nor a fold takes it for the same; nor is that of a fork that is gone. */
function branchOfRun({
  workflow_run: { head_branch: branch, head_repository: head },
  repository,
}: WorkflowRun): string | undefined {
  if (!branch) return undefined;
  if (head === null) return `${deleted}:${branch}`;
  const fork = head?.full_name != null && head.full_name !== repository.full_name;
  return fork ? `${head.owner?.login ?? head.full_name}:${branch}` : branch;
}
