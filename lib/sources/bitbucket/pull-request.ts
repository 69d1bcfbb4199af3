import * as z from "zod";
import { flag, text } from "../forge/fields.ts";
import type { Json } from "../github/as-github.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
import { Envelope, hashOf, Links, pageOf, Person, whoAndWhere } from "./fields.ts";

const Side = z
  .object({
    branch: z.object({ name: text }).nullish(),
    repository: z.object({ full_name: text }).nullish(),
  })
  .nullish();

export const Pull = z.object({
  id: z.number(),
  title: z.string(),
  draft: flag,
  source: Side,
  destination: Side,
  merge_commit: z.object({ hash: text }).nullish(),
  updated_on: text,
  author: Person,
  links: Links,
});

export const PullRequest = z.lazy(() => Envelope.extend({ pullrequest: Pull }));

/** A fork's branch is named by who has the fork. */
function sideOf(side: z.infer<typeof Side>): Json {
  const [ref, repo] = [side?.branch?.name, side?.repository?.full_name];
  return { ref, label: repo && ref ? `${repo.split("/", 1)[0]}:${ref}` : ref, repo: { full_name: repo } };
}

export const pullOf = (pull: z.infer<typeof Pull>, merged?: boolean): Json => ({
  number: pull.id,
  title: pull.title,
  html_url: pageOf(pull),
  draft: pull.draft,
  merged,
  merge_commit_sha: hashOf(pull.merge_commit),
  updated_at: pull.updated_on,
  base: sideOf(pull.destination),
  head: sideOf(pull.source),
});

/** A pull request was opened, changed, merged or declined. */
export const pullRequest = (action: "opened" | "updated" | "merged" | "declined"): Retelling =>
  defineRetelling({
    schema: PullRequest,
    retell: (body) => ({
      event: "pull_request",
      body: {
        ...whoAndWhere(body),
        action: action === "merged" || action === "declined" ? "closed" : action,
        pull_request: pullOf(body.pullrequest, action === "merged"),
      },
    }),
  });

/** Somebody approved, asked for changes, or takes that back. */
export const review = (verdict: "approved" | "changes_requested" | "dismissed"): Retelling =>
  defineRetelling({
    schema: PullRequest,
    retell(body) {
      const envelope = whoAndWhere(body);
      return {
        event: "pull_request_review",
        body: {
          ...envelope,
          action: verdict === "dismissed" ? "dismissed" : "submitted",
          pull_request: pullOf(body.pullrequest),
          review: { state: verdict, user: envelope["sender"] },
        },
      };
    },
  });
