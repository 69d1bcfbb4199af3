import * as z from "zod";
import { flag, text } from "../forge/fields.ts";
import { shortRef } from "../forge/ref.ts";
import { isNothing } from "../forge/sha.ts";
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

const hashOf = ({ id, sha }: Commit): string => id || sha || "";

const commitOf = (commit: Commit) => ({
  id: hashOf(commit),
  message: commit.message || commit.short_message || "",
  author: { name: nameOf(commit.author ?? commit.committer) },
});

/** The older generation names branches alone, or as `heads/main`. */
const fullRef = (ref: string): string =>
  ref.startsWith("refs/") ? ref : `refs/${/^(?:heads|tags)\//.test(ref) ? ref : `heads/${ref}`}`;

/** A push of branches or tags: the same request says that one came or went, which GitHub tells by others. */
export const push = defineRetelling({
  schema: Push,
  retell(body) {
    const ref = fullRef(body.ref);
    const isTag = ref.startsWith("refs/tags/");
    const commits = body.commits ?? [];
    const isNew = body.created === true || isNothing(body.before);
    const envelope = whoAndWhere({ ...body, sender: body.sender ?? body.pusher });
    const about = { ref: shortRef(ref), ref_type: isTag ? "tag" : "branch" };
    if (body.deleted === true || isNothing(body.after)) return { event: "delete", body: { ...envelope, ...about } };
    if (isNew && (isTag || commits.length === 0))
      return { event: "create", body: { ...envelope, ...about }, isAlone: true };
    const newestFirst = commits[0] && hashOf(commits[0]) === body.after;
    return {
      event: "push",
      body: {
        ...envelope,
        ref,
        after: body.after,
        created: isNew,
        compare: body.compare || (body.repository?.html_url ?? body.repository?.web_url),
        commits: (newestFirst ? commits.toReversed() : commits).map(commitOf),
      },
    };
  },
});
