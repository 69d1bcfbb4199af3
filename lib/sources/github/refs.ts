import * as z from "zod";
import type { Act } from "../../model/act.ts";
import type { MapContext } from "../../model/source.ts";
import { beginKey, endKey } from "../forge/acts.ts";
import { actOf } from "./acts.ts";
import { defineEvent, type GithubEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { queueOf } from "./queue.ts";
import { tellRef } from "../forge/ref-words.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";

/** `ref_url` is of forges that have a ref’s page elsewhere than GitHub. */
const RefEvent = z.lazy(() => InRepository.extend({ ref: text, ref_type: text, ref_url: text }));

type RefEvent = z.infer<typeof RefEvent>;

/** A branch or tag came or went. It shares its key with the pushes to it. */
const defineRefEvent = (verb: "create" | "delete"): GithubEvent =>
  defineEvent({
    schema: RefEvent,
    branch: (body) => (body.ref_type === "branch" ? (body.ref ?? undefined) : undefined),
    map({ ref, ref_type: kind, ref_url: own, repository, sender }, context) {
      const { language } = context;
      if (!ref || (kind !== "branch" && kind !== "tag") || queueOf(ref)) return undefined;
      const repo = repository.full_name;
      return {
        level: "info",
        title: tellRef({ verb, kind, ref, repo, who: who(sender, language) }, language),
        link: (verb === "create" && own) || linkOf(verb, { ref, repository }),
        key: `${repo}/refs/${kind === "branch" ? "heads" : "tags"}/${ref}`,
        act: kind === "branch" ? refAct(verb, repo, ref, context) : undefined,
        tally: tallyOf(`${verb === "create" ? "new" : "deleted"}-${kind}`, repo, language, sender),
      };
    },
  });

/** A branch ends by a merge, and begins by its first push. */
const refAct = (verb: "create" | "delete", repo: string, branch: string, context: MapContext): Act | undefined =>
  verb === "create"
    ? actOf("branch-begin", [beginKey(repo, branch)], context)
    : actOf("branch-end", [endKey(repo, branch)], context);

/** A ref that is gone has no page of its own. Half a character has no place in an address, and would be a fault of ours. */
function linkOf(
  verb: "create" | "delete",
  { ref, repository }: Pick<RefEvent, "ref" | "repository">,
): string | undefined {
  const page = repository.html_url ?? undefined;
  return page && ref && verb === "create"
    ? `${page}/tree/${ref.toWellFormed().split("/").map(encodeURIComponent).join("/")}`
    : page;
}

export const create = defineRefEvent("create");

/** `delete` is a word of the language. */
export const deleted = defineRefEvent("delete");
