import * as z from "zod";
import { text } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import type { Json } from "../github/as-github.ts";
import { defineRetelling } from "../github/retell.ts";
import { accountOf, Envelope, listed, nameOf, Person, Pull, whoAndWhere } from "./fields.ts";

const MergeRequest = z.lazy(() =>
  Envelope.extend({
    action: z.string(),
    action_desc: text,
    target_user: Person,
    pull_request: Pull,
  }),
);

type MergeRequest = z.infer<typeof MergeRequest>;

/** GitHub's words for Gitee's actions. */
const actions: Readonly<Record<string, string>> = {
  open: "opened",
  reopen: "reopened",
  close: "closed",
  merge: "closed",
  assign: "assigned",
  unassign: "unassigned",
  test: "test_requested",
  update: "updated",
};

/** What an update was of. */
const updates: Readonly<Record<string, string>> = {
  source_branch_changed: "synchronize",
  target_branch_changed: "edited",
  update_label: "label_updated",
};

const pullOf = ({ merged, base, head, ...pull }: z.infer<typeof Pull>): Json => ({
  ...pull,
  merged,
  base: sideOf(base),
  head: sideOf(head),
});

const sideOf = (side: z.infer<typeof Pull>["base"]): Json | undefined =>
  side
    ? {
        ref: side.ref,
        label: side.label,
        repo: { full_name: side.repo?.full_name ?? side.repo?.path_with_namespace },
      }
    : undefined;

/** Gitee's pull requests, which its hooks call merge requests. */
export const mergeRequest = defineRetelling({
  schema: MergeRequest,
  retell(body) {
    const { action } = body;
    const pull = pullOf(body.pull_request);
    const envelope = whoAndWhere(body);
    if (action === "approved")
      return {
        event: "pull_request_review",
        body: { ...envelope, action: "submitted", pull_request: pull, review: { state: "approved" } },
      };
    const done = actionOf(body);
    const merged = action === "merge";
    return {
      event: "pull_request",
      body: { ...envelope, action: done, pull_request: { ...pull, merged }, ...aboutOf(done, body) },
    };
  },
});

const actionOf = ({ action, action_desc: update }: MergeRequest): string =>
  (action === "update" ? lookUp(updates, update) : undefined) ?? lookUp(actions, action) ?? action;

/** Whom or what an action is about. Gitee tells who is asked, or all who are. */
function aboutOf(action: string, { target_user: one, pull_request: pull }: MergeRequest): Json {
  const asked = nameOf(one);
  if (action === "test_requested") return { label: { name: asked ?? listed(pull.testers?.map(nameOf)) } };
  if (action === "label_updated") return { label: { name: listed(pull.labels?.map(({ name }) => name)) } };
  if (action === "assigned") return { assignee: { login: asked ?? listed(pull.assignees?.map(nameOf)) } };
  return action === "unassigned" ? { assignee: accountOf(one) } : {};
}
