import * as z from "zod";
import { text } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import { defineRetelling } from "../github/retell.ts";
import { Envelope, Links, whoAndWhere } from "./fields.ts";
import { Comment, commentOf } from "./comment.ts";

const CommitComment = z.lazy(() => Envelope.extend({ commit: z.object({ hash: z.string() }), comment: Comment }));

/** A comment on a commit, or on a line of it. */
export const commitComment = defineRetelling({
  schema: CommitComment,
  retell: (body) => ({
    event: "commit_comment",
    body: { ...whoAndWhere(body), comment: { ...commentOf(body.comment), commit_id: body.commit.hash } },
  }),
});

const CommitStatus = z.lazy(() =>
  Envelope.extend({
    commit_status: z.object({
      state: z.string(),
      name: text,
      key: text,
      description: text,
      url: text,
      refname: text,
      updated_on: text,
      commit: z.object({ hash: text, links: Links }).nullish(),
      links: z.object({ commit: z.object({ href: text }).nullish() }).nullish(),
    }),
  }),
);

/** GitHub's words for a build's state. */
const states: Readonly<Record<string, string>> = {
  SUCCESSFUL: "success",
  FAILED: "failure",
  STOPPED: "cancelled",
  INPROGRESS: "pending",
};

/** By the commit itself, or at the end of its address. */
const shaOf = ({ commit, links }: z.infer<typeof CommitStatus>["commit_status"]): string =>
  commit?.hash ?? links?.commit?.href?.split("/").at(-1) ?? "";

/** How a build of a commit stands; one that is on its way says nothing yet. */
export const commitStatus = defineRetelling({
  schema: CommitStatus,
  retell(body) {
    const told = body.commit_status;
    return {
      event: "status",
      body: {
        ...whoAndWhere(body),
        state: lookUp(states, told.state) ?? "pending",
        sha: shaOf(told),
        context: told.name || told.key,
        description: told.description,
        target_url: told.url,
        updated_at: told.updated_on,
        branches: told.refname ? [{ name: told.refname.replace(/^refs\/heads\//, "") }] : [],
        commit: { html_url: told.commit?.links?.html?.href },
      },
    };
  },
});
