import * as z from "zod";
import { runAct, type RunIds } from "./acts.ts";
import { defineEvent } from "./event.ts";
import { number, text } from "../forge/fields.ts";
import { App, InRepository, isToldByRun } from "./fields.ts";
import { idsOfPage } from "./run-page.ts";
import { lineOfRun, tellRun } from "./run.ts";

const CheckRun = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    check_run: z.object({
      id: number,
      name: text,
      conclusion: text,
      head_sha: text,
      html_url: text,
      details_url: text,
      completed_at: text,
      output: z.object({ title: text }).nullish(),
      check_suite: z.object({ id: number, head_branch: text }).nullish(),
      app: App,
    }),
  }),
);

type Check = z.infer<typeof CheckRun>["check_run"];

/** One check came to an end. */
export const checkRun = defineEvent({
  schema: CheckRun,
  branch: (body) => branchOf(body.check_run),
  map({ action, check_run: check, repository }, context) {
    const { language, isNamed } = context;
    if (action !== "completed" || isToldByRun(check.app, isNamed)) return undefined;
    const repo = repository.full_name;
    const app = check.app?.name ?? "";
    const name = check.name || app || "check";
    const run = { name, repo, branch: branchOf(check), sha: check.head_sha, conclusion: check.conclusion };
    const said = tellRun(run, "check", language);
    const outcome = check.output?.title;
    return (
      said && {
        ...said,
        lines: [outcome],
        link: check.html_url ?? check.details_url,
        key: `${repo}/check/${app}/${name}/${lineOfRun(run)}`,
        at: check.completed_at,
        replaces: true,
        act: runAct("check", { repo, level: said.level }, idsOf(check), context, [
          [name, outcome].filter(Boolean).join(" · "),
        ]),
      }
    );
  },
});

const branchOf = ({ check_suite: suite }: Check): string | undefined => suite?.head_branch ?? undefined;

const idsOf = ({ id, html_url: page, check_suite: suite, head_sha: sha }: Check): RunIds => ({
  check: id ?? idsOfPage(page).check,
  suite: suite?.id,
  sha,
});
