import * as z from "zod";
import { flag, text } from "../forge/fields.ts";
import { isNothing } from "../forge/ref.ts";
import { pushOfRef } from "../github/push-of-ref.ts";
import { defineRetelling } from "../github/retell.ts";
import { Envelope, nameOf, Person, whoAndWhere } from "./fields.ts";

/** The older generation has `sha` and `short_message`, and only who committed. */
const Commit = z.object({
  id: text,
  sha: text,
  message: text,
  short_message: text,
  author: Person,
  committer: Person,
});

type Commit = z.infer<typeof Commit>;

const Push = z.lazy(() =>
  Envelope.extend({
    ref: z.string(),
    before: text,
    after: text,
    created: flag,
    deleted: flag,
    compare: text,
    commits: z.array(Commit).nullish(),
    pusher: Person,
  }),
);

const commitOf = (commit: Commit) => ({
  id: commit.id || commit.sha || "",
  message: commit.message || commit.short_message || "",
  author: { name: nameOf(commit.author ?? commit.committer) },
});

/** The older generation names branches alone, or as `heads/main`. */
const fullRef = (ref: string): string =>
  ref.startsWith("refs/") ? ref : `refs/${/^(?:heads|tags)\//.test(ref) ? ref : `heads/${ref}`}`;

/** A push of a branch or a tag: the same request says that one came or went. */
export const push = defineRetelling({
  schema: Push,
  retell: (body) =>
    pushOfRef({
      envelope: whoAndWhere({ ...body, sender: body.sender ?? body.pusher }),
      ref: fullRef(body.ref),
      isNew: body.created === true || isNothing(body.before),
      isGone: body.deleted === true || isNothing(body.after),
      after: body.after,
      commits: (body.commits ?? []).map(commitOf),
      compare: body.compare || (body.repository?.html_url ?? body.repository?.web_url),
    }),
});
