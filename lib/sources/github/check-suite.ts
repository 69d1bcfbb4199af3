import * as z from "zod";
import { runAct } from "./acts.ts";
import { Commit, commitLine } from "../forge/commit-line.ts";
import { defineEvent } from "./event.ts";
import { number, text } from "../forge/fields.ts";
import { App, InRepository, isToldByRun } from "./fields.ts";
import { lineOfRun, tellRun } from "./run.ts";

const CheckSuite = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    check_suite: z.object({
      id: number,
      conclusion: text,
      head_branch: text,
      head_sha: text,
      head_commit: Commit.nullish(),
      updated_at: text,
      app: App,
    }),
  }),
);

/** All checks of one app over a commit came to an end. */
export const checkSuite = defineEvent({
  schema: CheckSuite,
  branch: (body) => body.check_suite.head_branch ?? undefined,
  map({ action, check_suite: suite, repository }, context) {
    const { language, isNamed } = context;
    if (action !== "completed" || isToldByRun(suite.app, isNamed)) return undefined;
    const repo = repository.full_name;
    const name = suite.app?.name || "checks";
    const run = {
      name,
      repo,
      branch: suite.head_branch ?? undefined,
      sha: suite.head_sha,
      conclusion: suite.conclusion,
    };
    const said = tellRun(run, "check", language);
    return (
      said && {
        ...said,
        lines: suite.head_commit ? [commitLine(suite.head_commit)] : [],
        link:
          repository.html_url && suite.head_sha ? `${repository.html_url}/commit/${suite.head_sha}/checks` : undefined,
        key: `${repo}/checks/${name}/${lineOfRun(run)}`,
        at: suite.updated_at,
        replaces: true,
        act: runAct("suite", { repo, level: said.level }, { suite: suite.id, sha: suite.head_sha }, context),
      }
    );
  },
});
