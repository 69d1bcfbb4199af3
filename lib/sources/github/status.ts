import * as z from "zod";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { lineOfRun, tellRun } from "./run.ts";

const Status = z.lazy(() =>
  InRepository.extend({
    state: z.string(),
    sha: z.string(),
    context: text,
    description: text,
    target_url: text,
    updated_at: text,
    branches: z.array(z.object({ name: text })).nullish(),
    commit: z.object({ html_url: text }).nullish(),
  }),
);

type Status = z.infer<typeof Status>;

/** A commit's status, as older CI services report it; a pending one says nothing yet. */
export const status = defineEvent({
  schema: Status,
  branch: branchOfStatus,
  map(body, { language }) {
    if (body.state === "pending") return undefined;
    const repo = body.repository.full_name;
    const run = {
      name: body.context || "status",
      repo,
      branch: branchOfStatus(body),
      sha: body.sha,
      conclusion: body.state,
    };
    const said = tellRun(run, "check", language);
    return (
      said && {
        ...said,
        lines: [body.description],
        link: body.target_url || body.commit?.html_url,
        key: `${repo}/status/${run.name}/${lineOfRun(run)}`,
        at: body.updated_at,
        replaces: true,
      }
    );
  },
});

/** GitHub lists every branch that holds the commit; only a single one is the commit's. */
function branchOfStatus({ branches }: Status): string | undefined {
  return branches?.length === 1 ? (branches[0]?.name ?? undefined) : undefined;
}
