import * as z from "zod";
import { text, threadNumber } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import type { Json } from "../github/as-github.ts";
import { defineRetelling } from "../github/retell.ts";
import { accountOf, Envelope, nameOf, Person, whoAndWhere } from "./fields.ts";

export const Issue = z.object({
  number: threadNumber,
  title: z.string(),
  html_url: text,
  body: text,
  state: text,
  state_name: text,
  updated_at: text,
  assignee: Person,
});

const IssueHook = z.lazy(() =>
  Envelope.extend({
    action: z.string(),
    target_user: Person,
    assignee: Person,
    issue: Issue,
  }),
);

type IssueHook = z.infer<typeof IssueHook>;

/** GitHub's words for Gitee's actions. */
const actions: Readonly<Record<string, string>> = {
  open: "opened",
  delete: "deleted",
  update: "updated",
  assign: "assigned",
  unassign: "unassigned",
};

/** What a change of state did; `rejected` is Gitee's word for what will not be done. Any other state is told by its name. */
const states: Readonly<Record<string, Json>> = {
  open: { action: "reopened" },
  closed: { action: "closed" },
  rejected: { action: "closed", isUnplanned: true },
};

/** Gitee's issues are numbered with letters: `I4CYEO`. */
export const issue = defineRetelling({
  schema: IssueHook,
  retell(body) {
    const { state, state_name: stateName, ...told } = body.issue;
    const change = body.action === "state_change" ? (lookUp(states, state) ?? { action: "state_changed" }) : undefined;
    const action = change?.["action"] ?? lookUp(actions, body.action) ?? body.action;
    return {
      event: "issues",
      body: {
        ...whoAndWhere(body),
        action,
        issue: {
          ...told,
          ...(change?.["isUnplanned"] === true && { state_reason: "not_planned" }),
        },
        ...aboutOf(action, body, stateName ?? state),
      },
    };
  },
});

function aboutOf(action: unknown, { target_user: one, assignee, issue: told }: IssueHook, state?: string | null): Json {
  if (action === "state_changed") return { label: { name: state } };
  if (action === "assigned") return { assignee: { login: nameOf(one ?? assignee ?? told.assignee) } };
  return action === "unassigned" ? { assignee: accountOf(one) } : {};
}
