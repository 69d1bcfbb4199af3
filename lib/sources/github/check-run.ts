import * as z from "zod";
import { defineEvent } from "./event.ts";
import { App, InRepository, isToldByRun, text } from "./fields.ts";
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
    app: App,
  }),
});

/** One check came to an end. */
export const checkRun = defineEvent({
  schema: CheckRun,
  branch: (body) => body.check_run.check_suite?.head_branch ?? undefined,
  map({ action, check_run: check, repository }, { language, isNamed }) {
    if (action !== "completed" || isToldByRun(check.app, isNamed)) return undefined;
    const repo = repository.full_name;
    const app = check.app?.name ?? "";
    const name = check.name || app || "check";
    const branch = check.check_suite?.head_branch ?? undefined;
    const run = { name, repo, branch, sha: check.head_sha, conclusion: check.conclusion };
    const said = tellRun(run, "check", language);
    return (
      said && {
        ...said,
        lines: [check.output?.title],
        link: check.html_url ?? check.details_url,
        key: `${repo}/check/${app}/${name}/${lineOfRun(run)}`,
        at: check.completed_at,
        replaces: true,
      }
    );
  },
});
