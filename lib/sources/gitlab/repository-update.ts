import * as z from "zod";
import type { Act } from "../../model/act.ts";
import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { endKey, mergeKey } from "../forge/acts.ts";
import { text } from "../forge/fields.ts";
import { tellRef } from "../forge/ref-words.ts";
import { branchOfRef, isNothing, shortRef } from "../forge/ref.ts";
import { tallyOf, type Thing } from "../forge/tally.ts";
import { actOf } from "./acts.ts";
import { actorOf, doerOf } from "./actor.ts";
import { defineEvent } from "./event.ts";
import { InProject } from "./fields.ts";
import { pageOf } from "./page.ts";

const Change = z.object({ before: text, after: text, ref: z.string() });

const RepositoryUpdate = z.lazy(() => InProject.extend({ changes: z.array(Change).nullish() }));

type RepositoryUpdate = z.infer<typeof RepositoryUpdate>;

type Words = {
  readonly one: (who: string, repo: string, ref: string) => string;
  readonly several: (who: string, repo: string, count: number) => string;
};

const words = {
  zh: {
    one: (who, repo, ref) => `${who} 更新了 ${repo}:${ref}`,
    several: (who, repo, count) => `${who} 更新了 ${repo} 的 ${count} 个分支和标签`,
  },
  en: {
    one: (who, repo, ref) => `${who} updated ${repo}:${ref}`,
    several: (who, repo, count) => `${who} updated ${count} branches and tags of ${repo}`,
  },
} as const satisfies Record<Language, Words>;

/** So many refs are named. */
const most = 10;

/** A system hook's word for a push, without its commits: what pushes tell themselves folds it. */
export const repositoryUpdate = defineEvent({
  schema: RepositoryUpdate,
  branch: ({ changes }) => (changes?.length === 1 && changes[0] ? branchOfRef(changes[0].ref) : undefined),
  map(body, context) {
    const { language } = context;
    const { project, changes } = body;
    const [change, ...others] = changes ?? [];
    if (!change) return undefined;
    const repo = project.path_with_namespace;
    const one = others.length === 0;
    const compared = pageOf(project.web_url, "-/compare", `${change.before ?? ""}...${change.after ?? ""}`);
    return {
      level: "info",
      title: one
        ? tellChange(change, repo, actorOf(body, language), language)
        : words[language].several(actorOf(body, language), repo, others.length + 1),
      lines: one ? [] : [change, ...others].slice(0, most).map(({ ref }) => shortRef(ref)),
      link: one && isMove(change) ? compared : project.web_url,
      key: one ? `${repo}/${change.ref}` : `${repo}/refs`,
      act: one ? actOfChange(change, repo, context) : undefined,
      tally: tallyOf(one ? thingOf(change) : "push", repo, language, doerOf(body)),
    };
  },
});

type Change = z.infer<typeof Change>;

const kindOf = ({ ref }: Change): "tag" | "branch" => (ref.startsWith("refs/tags/") ? "tag" : "branch");

const isMove = ({ before, after }: Change): boolean => !isNothing(before) && !isNothing(after);

function thingOf(change: Change): Thing {
  if (isMove(change)) return "push";
  return `${isNothing(change.after) ? "deleted" : "new"}-${kindOf(change)}`;
}

function tellChange(change: Change, repo: string, who: string, language: Language): string {
  const { after, ref } = change;
  if (isMove(change)) return words[language].one(who, repo, shortRef(ref));
  const verb = isNothing(after) ? "delete" : "create";
  return tellRef({ verb, kind: kindOf(change), ref: shortRef(ref), repo, who }, language);
}

/** The same act as the push; a system hook tells a tag's too. */
function actOfChange({ after, ref }: Change, repo: string, context: MapContext): Act | undefined {
  const branch = branchOfRef(ref);
  const ended = isNothing(after) ? `${repo}/${ref}` : undefined;
  return actOf("repository", [branch && ended ? endKey(repo, branch) : (ended ?? mergeKey(repo, ref, after))], context);
}
