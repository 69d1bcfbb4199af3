import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { runAct, type RunIds } from "./acts.ts";
import { defineEvent } from "./event.ts";
import { number, text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { idsOfPage } from "./run-page.ts";
import { lineOfRun, tellRun } from "./run.ts";

const WorkflowJob = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    workflow_job: z.object({
      id: number,
      run_id: number,
      run_attempt: number,
      name: text,
      workflow_name: text,
      conclusion: text,
      head_branch: text,
      head_sha: text,
      html_url: text,
      completed_at: text,
      steps: z.array(z.object({ name: text, conclusion: text })).nullish(),
    }),
  }),
);

type Job = z.infer<typeof WorkflowJob>["workflow_job"];

const failing = { zh: "失败的步骤：", en: "Failing step: " } as const satisfies Record<Language, string>;
const failures: readonly (string | null | undefined)[] = ["failure", "timed_out", "startup_failure"];

/**
 * A job is told only when it fails, with the step that failed, and only to a route that names this event: how the whole run
 * ended, `workflow_run` tells.
 */
export const workflowJob = defineEvent({
  schema: WorkflowJob,
  branch: (body) => body.workflow_job.head_branch ?? undefined,
  map({ action, workflow_job: job, repository }, context) {
    const { language, isNamed } = context;
    if (!isNamed || action !== "completed" || !failures.includes(job.conclusion)) return undefined;
    const repo = repository.full_name;
    const name = [job.workflow_name, job.name].filter(Boolean).join(" / ") || "job";
    const run = { name, repo, branch: job.head_branch ?? undefined, sha: job.head_sha, conclusion: job.conclusion };
    const said = tellRun(run, "check", language);
    const step = job.steps?.find(({ conclusion }) => failures.includes(conclusion))?.name;
    const failed = step && `${failing[language]}${step}`;
    return (
      said && {
        ...said,
        lines: [failed],
        link: job.html_url,
        key: `${repo}/job/${name}/${lineOfRun(run)}`,
        at: job.completed_at,
        act: runAct("job", { repo, level: said.level }, idsOf(job), context, [
          [job.name || name, failed].filter(Boolean).join(" · "),
        ]),
      }
    );
  },
});

function idsOf({ id, run_id: run, run_attempt: attempt, head_sha: sha, html_url }: Job): RunIds {
  const page = idsOfPage(html_url);
  return { run: run ?? page.run, attempt, check: id ?? page.check, sha };
}
