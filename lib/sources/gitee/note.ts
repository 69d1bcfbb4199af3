import * as z from "zod";
import { text } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import { defineRetelling } from "../github/retell.ts";
import { Envelope, Pull, whoAndWhere } from "./fields.ts";
import { Issue } from "./issue.ts";

const Note = z.lazy(() =>
  Envelope.extend({
    action: z.string(),
    noteable_type: text,
    short_commit_id: text,
    title: text,
    comment: z.object({
      body: text,
      html_url: text,
      created_at: text,
      updated_at: text,
      commit_id: text,
      path: text,
    }),
    issue: Issue.nullish(),
    pull_request: Pull.nullish(),
  }),
);

const actions: Readonly<Record<string, string>> = { comment: "created" };

/** A comment on a pull request, an issue or a commit. */
export const note = defineRetelling({
  schema: Note,
  retell(body) {
    const { comment, issue, pull_request: pull, short_commit_id: sha } = body;
    const envelope = { ...whoAndWhere(body), action: lookUp(actions, body.action) ?? body.action, comment };
    const thread = pull ?? issue;
    if (thread)
      return {
        event: "issue_comment",
        body: {
          ...envelope,
          issue: { ...thread, ...(pull && { pull_request: {} }) },
        },
      };
    return {
      event: "commit_comment",
      body: { ...envelope, comment: { ...comment, commit_id: comment.commit_id ?? sha } },
    };
  },
});
