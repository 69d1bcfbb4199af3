import * as z from "zod";
import { defineEvent } from "./event.ts";
import { InRepository, Named, text } from "./fields.ts";
import { lineOfRun, tellRun } from "./run.ts";

const CheckRun = InRepository.extend({
  action: z.string(),
  check_run: z.object({
    name: text,
    conclusion: text,
    head_sha: text,
    html_url: text,
    details_url: text,
    completed_at: text,
    output: z.object({ title: text }).nullish(),
    check_suite: z.object({ head_branch: text }).nullish(),
    app: Named,
  }),
});

/** One check came to an end. */
export const checkRun = defineEvent({
  schema: CheckRun,
  branch: (body) => body.check_run.check_suite?.head_branch ?? undefined,
  map({ action, check_run: check, repository }, { language }) {
    if (action !== "completed") return undefined;
    const repo = repository.full_name;
    const name = check.name || check.app?.name || "check";
    const branch = check.check_suite?.head_branch ?? undefined;
    const run = { name, repo, branch, sha: check.head_sha, conclusion: check.conclusion };
    const said = tellRun(run, "check", language);
    return (
      said && {
        ...said,
        lines: [check.output?.title],
        link: check.html_url ?? check.details_url,
        key: `${repo}/check/${check.app?.name ?? ""}/${name}/${lineOfRun(run)}`,
        at: check.completed_at,
        replaces: true,
      }
    );
  },
});
