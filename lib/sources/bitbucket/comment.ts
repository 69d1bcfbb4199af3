import * as z from "zod";
import { number, text } from "../forge/fields.ts";
import type { Json } from "../github/as-github.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
import { Envelope, Links, pageOf, whoAndWhere } from "./fields.ts";
import { Pull, pullOf, PullRequest } from "./pull-request.ts";

export const Comment = z.object({
  content: z.object({ raw: text }).nullish(),
  inline: z.object({ path: text, to: number, from: number }).nullish(),
  created_on: text,
  updated_on: text,
  links: Links,
});

export const commentOf = ({ content, inline, ...comment }: z.infer<typeof Comment>): Json => ({
  body: content?.raw,
  html_url: pageOf(comment),
  created_at: comment.created_on,
  updated_at: comment.updated_on,
  path: inline?.path,
  line: inline?.to ?? inline?.from,
});

const PullComment = z.lazy(() => Envelope.extend({ pullrequest: Pull, comment: Comment }));

/** A comment on a pull request, or on a line of it. */
export const pullComment = (action: "created" | "edited" | "deleted"): Retelling =>
  defineRetelling({
    schema: PullComment,
    retell(body) {
      const pull = pullOf(body.pullrequest);
      const comment = commentOf(body.comment);
      const told = { ...whoAndWhere(body), action, comment };
      return body.comment.inline
        ? { event: "pull_request_review_comment", body: { ...told, pull_request: pull } }
        : { event: "issue_comment", body: { ...told, issue: { ...pull, pull_request: {} } } };
    },
  });

/** A thread of comments was resolved, or taken up again. */
export const thread = (action: "resolved" | "unresolved"): Retelling =>
  defineRetelling({
    schema: PullRequest,
    retell: (body) => ({
      event: "pull_request_review_thread",
      body: { ...whoAndWhere(body), action, pull_request: pullOf(body.pullrequest) },
    }),
  });
