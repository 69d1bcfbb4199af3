import * as z from "zod";
import { flag, number, text } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import { defineRetelling } from "../github/retell.ts";
import { Envelope, Numbered, Side, whoAndWhere } from "./fields.ts";

const Told = z.object({
  ...Numbered,
  iid: number,
  merged: flag,
  merge_commit_sha: text,
  additions: number,
  deletions: number,
  changed_files: number,
  base: Side,
  head: Side,
  source_branch: text,
  target_branch: text,
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

export const mergeRequest = defineRetelling({
  schema: MergeRequest,
  retell(body) {
    const told = body.mergeRequest ?? body.merge_request ?? body.pull_request;
    if (!told) return undefined;
    const { action } = body;
    const thread = { number: told.number ?? told.iid ?? told.id, html_url: told.html_url ?? told.web_url };
    if (action === "note")
      return {
        event: "issue_comment",
        body: {
          ...whoAndWhere(body),
          action: "created",
          issue: { title: told.title, ...thread, pull_request: {} },
          comment: {},
        },
      };
    return {
      event: "pull_request",
      body: {
        ...whoAndWhere(body),
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
