import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { defineEvent } from "./event.ts";
import { InRepository, text } from "./fields.ts";
import { lineOfRun, tellRun } from "./run.ts";

const WorkflowJob = InRepository.extend({
  action: z.string(),
  workflow_job: z.object({
    name: text,
    workflow_name: text,
    conclusion: text,
    head_branch: text,
    head_sha: text,
    html_url: text,
    completed_at: text,
    steps: z.array(z.object({ name: text, conclusion: text })).nullish(),
  }),
});

const failing = { zh: "失败的步骤：", en: "Failing step: " } as const satisfies Record<Language, string>;
const failures: readonly (string | null | undefined)[] = ["failure", "timed_out", "startup_failure"];

/**
 * A job is told only when it fails, with the step that failed, and only to a route that names this event: how the whole run
 * ended, `workflow_run` tells.
 */
export const workflowJob = defineEvent({
  schema: WorkflowJob,
  branch: (body) => body.workflow_job.head_branch ?? undefined,
  map({ action, workflow_job: job, repository }, { language, isNamed }) {
    if (!isNamed || action !== "completed" || !failures.includes(job.conclusion)) return undefined;
    const repo = repository.full_name;
    const name = [job.workflow_name, job.name].filter(Boolean).join(" / ") || "job";
    const run = { name, repo, branch: job.head_branch ?? undefined, sha: job.head_sha, conclusion: job.conclusion };
    const said = tellRun(run, "check", language);
    const step = job.steps?.find(({ conclusion }) => failures.includes(conclusion))?.name;
    return (
      said && {
        ...said,
        lines: [step && `${failing[language]}${step}`],
        link: job.html_url,
        key: `${repo}/job/${name}/${lineOfRun(run)}`,
        at: job.completed_at,
      }
    );
  },
});
