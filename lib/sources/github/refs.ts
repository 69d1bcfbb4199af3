import * as z from "zod";
import type { Act } from "../../model/act.ts";
import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { actOf, beginKey, endKey } from "./acts.ts";
import { defineEvent, type GithubEvent } from "./event.ts";
import { InRepository, text } from "./fields.ts";
import { queueOf } from "./queue.ts";
import { tallyOf } from "./tally.ts";
import { who } from "./who.ts";

const RefEvent = z.lazy(() => InRepository.extend({ ref: text, ref_type: text }));

type RefEvent = z.infer<typeof RefEvent>;

type Words = {
  readonly branch: string;
  readonly tag: string;
  readonly create: (who: string, repo: string, ref: string) => string;
  readonly delete: (who: string, repo: string, ref: string) => string;
};

const words = {
  zh: {
    branch: "分支",
    tag: "标签",
    create: (who, repo, ref) => `${who} 在 ${repo} 新建了${ref}`,
    delete: (who, repo, ref) => `${who} 删除了 ${repo} 的${ref}`,
  },
  en: {
    branch: "branch",
    tag: "tag",
    create: (who, repo, ref) => `${who} created ${ref} in ${repo}`,
    delete: (who, repo, ref) => `${who} deleted ${ref} in ${repo}`,
  },
} as const satisfies Record<Language, Words>;

/** A branch or tag came or went. It shares its key with the pushes to it. */
const defineRefEvent = (verb: "create" | "delete"): GithubEvent =>
  defineEvent({
    schema: RefEvent,
    branch: (body) => (body.ref_type === "branch" ? (body.ref ?? undefined) : undefined),
    map({ ref, ref_type: kind, repository, sender }, context) {
      const { language } = context;
      if (!ref || (kind !== "branch" && kind !== "tag") || queueOf(ref)) return undefined;
      const say = words[language];
      const repo = repository.full_name;
      return {
        level: "info",
        title: say[verb](who(sender, language), repo, `${say[kind]} ${ref}`),
        link: linkOf(verb, { ref, repository }),
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
