import * as z from "zod";
import { flag, number, text } from "../forge/fields.ts";
import { shortRef } from "../forge/ref.ts";
import { isNothing } from "../forge/sha.ts";
import { defineRetelling } from "../github/retell.ts";
import { Envelope, nameOf, Person, whoAndWhere } from "./fields.ts";

const Commit = z.object({ id: z.string(), message: z.string(), distinct: flag, author: Person });

const Push = z.lazy(() =>
  Envelope.extend({
    ref: z.string(),
    before: text,
    after: text,
    created: flag,
    deleted: flag,
    forced: flag,
    compare: text,
    commits: z.array(Commit).nullish(),
    total_commits_count: number,
    head_commit: Commit.nullish(),
    pusher: Person,
    user_name: text,
  }),
);

type Push = z.infer<typeof Push>;

const commitOf = ({ author, ...commit }: z.infer<typeof Commit>) => ({ ...commit, author: { name: nameOf(author) } });

/** A push of branches or tags: the same request says that one came or went, which GitHub tells by others. */
export const push = defineRetelling({
  schema: Push,
  retell(body) {
    const { ref, commits } = body;
    const envelope = whoAndWhere({ ...body, sender: body.sender ?? body.pusher ?? { name: body.user_name } });
    const verb = verbOf(body);
    if (verb) {
      const kind = ref.startsWith("refs/tags/") ? "tag" : "branch";
      const about = { ref: shortRef(ref), ref_type: kind };
      return { event: verb, body: { ...envelope, ...about }, ...(verb === "create" && { isAlone: true }) };
    }
    return {
      event: "push",
      body: {
        ...envelope,
        ref,
        after: body.after,
        created: isNew(body),
        forced: body.forced,
        compare: isNew(body) ? body.repository?.html_url : body.compare,
        commits: oldestFirst(commits ?? [], body.after).map(commitOf),
        total_commits: body.total_commits_count,
        head_commit: body.head_commit && commitOf(body.head_commit),
      },
    };
  },
});

const isNew = ({ created, before }: Push): boolean => created === true || isNothing(before);

function verbOf(body: Push): "create" | "delete" | undefined {
  if (body.deleted === true || isNothing(body.after)) return "delete";
  const isBare = (body.commits ?? []).length === 0 || body.ref.startsWith("refs/tags/");
  return isNew(body) && isBare ? "create" : undefined;
}

const oldestFirst = (commits: NonNullable<Push["commits"]>, after: Push["after"]): NonNullable<Push["commits"]> =>
  commits[0]?.id === after ? commits.toReversed() : commits;
