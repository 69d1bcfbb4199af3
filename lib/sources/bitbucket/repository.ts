import * as z from "zod";
import { text } from "../forge/fields.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
import { Envelope, repositoryOf, Repository, whoAndWhere } from "./fields.ts";

const Fork = z.lazy(() => Envelope.extend({ fork: Repository }));

export const fork = defineRetelling({
  schema: Fork,
  retell: (body) => ({ event: "fork", body: { ...whoAndWhere(body), forkee: repositoryOf(body.fork) } }),
});

const Changed = z.lazy(() =>
  Envelope.extend({
    changes: z.object({ full_name: z.object({ old: text }).nullish() }).nullish(),
    previous: z.object({ workspace: z.object({ slug: text }).nullish() }).nullish(),
  }),
);

/** A repository as a whole was changed. */
export const repository = (action: "created" | "deleted" | "edited" | "transferred"): Retelling =>
  defineRetelling({
    schema: Changed,
    retell(body) {
      const old = body.changes?.full_name?.old;
      const owner = body.previous?.workspace?.slug;
      return {
        event: "repository",
        body: {
          ...whoAndWhere(body),
          action: action === "edited" && old ? "renamed" : action,
          changes: {
            repository: { name: { from: old } },
            owner: { from: { user: { login: owner } } },
          },
        },
      };
    },
  });
