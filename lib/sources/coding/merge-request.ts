import * as z from "zod";
import { flag, number, text } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import { defineRetelling } from "../github/retell.ts";
import { Envelope, Side, whoAndWhere } from "./fields.ts";

const Told = z
  .object({
    id: number,
    number,
    iid: number,
    title: z.string(),
    html_url: text,
    web_url: text,
    merged: flag,
    merge_commit_sha: text,
    additions: number,
    deletions: number,
    changed_files: number,
    base: Side,
    head: Side,
    source_branch: text,
    target_branch: text,
  })
  .refine(({ number: told, iid, id }) => (told ?? iid ?? id) != null, {
    path: ["number"],
    message: "expected number, received undefined",
  });

const MergeRequest = z.lazy(() =>
  Envelope.extend({
    mergeRequest: Told.nullish(),
    merge_request: Told.nullish(),
    pull_request: Told.nullish(),
  }).refine((body) => body.mergeRequest ?? body.merge_request ?? body.pull_request, {
    path: ["mergeRequest"],
    message: "expected object, received undefined",
  }),
);

/** GitHub's words for CODING's actions, of both generations. */
const actions: Readonly<Record<string, string>> = {
  create: "opened",
  created: "opened",
  reopen: "reopened",
  merge: "closed",
  merged: "closed",
  close: "closed",
  closed: "closed",
  cancel: "closed",
  refuse: "closed",
  update: "updated",
};

const merges: readonly (string | null | undefined)[] = ["merge", "merged"];

const threadOf = (told: z.infer<typeof Told>) => ({
  number: told.number ?? told.iid ?? told.id,
  title: told.title,
  html_url: told.html_url ?? told.web_url,
});

/** A merge request was opened, changed, merged, closed or commented on; what a comment says is not told. */
export const mergeRequest = defineRetelling({
  schema: MergeRequest,
  retell(body) {
    const told = body.mergeRequest ?? body.merge_request ?? body.pull_request;
    if (!told) return undefined;
    const { action } = body;
    const [envelope, thread] = [whoAndWhere(body), threadOf(told)];
    if (action === "note")
      return {
        event: "issue_comment",
        body: { ...envelope, action: "created", issue: { ...thread, pull_request: {} }, comment: {} },
      };
    return {
      event: "pull_request",
      body: {
        ...envelope,
        action: lookUp(actions, action) ?? action ?? "updated",
        pull_request: {
          ...told,
          ...thread,
          merged: merges.includes(action) || told.merged,
          base: told.base ?? { ref: told.target_branch },
          head: told.head ?? { ref: told.source_branch },
        },
      },
    };
  },
});
