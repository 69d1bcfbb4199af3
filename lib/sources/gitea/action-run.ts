import * as z from "zod";
import { number, text } from "../forge/fields.ts";
import { Account, InRepository } from "../github/fields.ts";
import { defineRetelling } from "../github/retell.ts";

const ActionRun = z.lazy(() =>
  z.object({
    action: text,
    run: z.object({
      id: number,
      title: text,
      workflow_id: text,
      commit_sha: text,
      prettyref: text,
      html_url: text,
      stopped: text,
      repository: InRepository.shape.repository.nullish(),
      trigger_user: Account,
    }),
    repository: InRepository.shape.repository.nullish(),
  }),
);

/** Forgejo's word for a workflow's run that ended; `recover` comes beside a success after a failure, and is one. */
export const actionRun = defineRetelling({
  schema: ActionRun,
  retell({ action, run, repository }) {
    return {
      event: "workflow_run",
      body: {
        action: "completed",
        repository: repository ?? run.repository,
        sender: run.trigger_user,
        workflow_run: {
          id: run.id,
          name: run.workflow_id || run.title,
          conclusion: action === "failure" ? "failure" : "success",
          head_branch: run.prettyref,
          head_sha: run.commit_sha,
          html_url: run.html_url,
          updated_at: run.stopped,
        },
      },
    };
  },
});
