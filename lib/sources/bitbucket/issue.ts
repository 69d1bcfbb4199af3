import * as z from "zod";
import { text } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
import { Envelope, Links, pageOf, whoAndWhere } from "./fields.ts";
import { Comment, commentOf } from "./comment.ts";

const Issue = z.object({
  id: z.number(),
  title: z.string(),
  content: z.object({ raw: text }).nullish(),
  updated_on: text,
  links: Links,
});

const IssueEvent = z.lazy(() =>
  Envelope.extend({
    issue: Issue,
    changes: z.object({ status: z.object({ new: text }).nullish() }).nullish(),
  }),
);

const IssueComment = z.lazy(() => Envelope.extend({ issue: Issue, comment: Comment }));

const issueOf = (issue: z.infer<typeof Issue>) => ({
  number: issue.id,
  title: issue.title,
  html_url: pageOf(issue),
  body: issue.content?.raw,
  updated_at: issue.updated_on,
});

/** What an issue's new status did to it. */
const actions: Readonly<Record<string, readonly [action: string, reason?: string]>> = {
  resolved: ["closed"],
  closed: ["closed"],
  invalid: ["closed", "not_planned"],
  duplicate: ["closed", "not_planned"],
  wontfix: ["closed", "not_planned"],
  new: ["reopened"],
  open: ["reopened"],
};

export const issue = (action: "opened" | "updated"): Retelling =>
  defineRetelling({
    schema: IssueEvent,
    retell(body) {
      const [done, reason] = lookUp(actions, body.changes?.status?.new) ?? [action];
      return {
        event: "issues",
        body: { ...whoAndWhere(body), action: done, issue: { ...issueOf(body.issue), state_reason: reason } },
      };
    },
  });

export const issueComment = defineRetelling({
  schema: IssueComment,
  retell: (body) => ({
    event: "issue_comment",
    body: {
      ...whoAndWhere(body),
      action: "created",
      issue: issueOf(body.issue),
      comment: commentOf(body.comment),
    },
  }),
});
