import * as z from "zod";
import { flag, number, text } from "../forge/fields.ts";
import { isNothing } from "../forge/ref.ts";
import { pushOfRef } from "../github/push-of-ref.ts";
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
    pusher: Person,
    user_name: text,
  }),
);

const commitOf = ({ author, ...commit }: z.infer<typeof Commit>) => ({ ...commit, author: { name: nameOf(author) } });

/** A push of a branch or a tag: the same request says that one came or went. */
export const push = defineRetelling({
  schema: Push,
  retell(body) {
    const isNew = body.created === true || isNothing(body.before);
    const { commits, repository, project } = body;
    return pushOfRef({
      envelope: whoAndWhere({ ...body, sender: body.sender ?? body.pusher ?? { name: body.user_name } }),
      ref: body.ref,
      isNew,
      isGone: body.deleted === true || isNothing(body.after),
      after: body.after,
      commits: (commits ?? []).map(commitOf),
      forced: body.forced,
      compare: isNew ? (repository ?? project)?.html_url : body.compare,
      total: body.total_commits_count,
    });
  },
});
