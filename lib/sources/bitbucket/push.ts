import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { flag, text } from "../forge/fields.ts";
import type { Telling } from "../forge/telling.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";
import { pushOfRef } from "../github/push-of-ref.ts";
import type { AsGithub } from "../github/as-github.ts";
import { defineRetelling, tellAsGithub } from "../github/retell.ts";
import { bitbucketForge } from "./forge.ts";
import { Envelope, hashOf, Links, nameOf, pageOf, Person, whoAndWhere } from "./fields.ts";

const Ref = z
  .object({ type: text, name: z.string(), target: z.object({ hash: text }).nullish(), links: Links })
  .nullish();

const Commit = z.object({
  hash: z.string(),
  message: text,
  author: z.object({ raw: text, user: Person }).nullish(),
});

const Change = z.object({
  new: Ref,
  old: Ref,
  forced: flag,
  truncated: flag,
  commits: z.array(Commit).nullish(),
  links: Links,
});

const Push = z.lazy(() => Envelope.extend({ push: z.object({ changes: z.array(Change) }) }));

type Push = z.infer<typeof Push>;

const commitOf = ({ hash, message, author }: z.infer<typeof Commit>) => ({
  id: hash,
  message: message ?? "",
  author: { name: nameOf(author?.user) ?? author?.raw?.split(" <", 1)[0] },
});

const tags: readonly (string | null | undefined)[] = ["tag", "annotated_tag"];

/** One change of a push: a branch or tag came, went or moved. No more than five commits are listed. */
function changeAsGithub(body: Push, change: z.infer<typeof Change>): AsGithub | undefined {
  const { new: now, old, commits } = change;
  const ref = now ?? old ?? undefined;
  return (
    ref &&
    pushOfRef({
      envelope: whoAndWhere(body),
      ref: `refs/${tags.includes(ref.type) ? "tags" : "heads"}/${ref.name}`,
      isNew: !old,
      isGone: !now,
      after: hashOf(now?.target),
      commits: (commits ?? []).map(commitOf),
      forced: change.forced === true && Boolean(old),
      compare: pageOf(change) ?? pageOf(body.repository),
      page: pageOf(ref),
      ...(change.truncated && commits && { max: commits.length }),
    })
  );
}

const words = {
  zh: (who, repo, count) => `${who} 更新了 ${repo} 的 ${count} 个分支和标签`,
  en: (who, repo, count) => `${who} updated ${count} branches and tags of ${repo}`,
} as const satisfies Record<Language, (who: string, repo: string, count: number) => string>;

/** So many changes are told. */
const most = 10;

/** A push of several branches or tags: each by what would be said of it alone. */
function tellSeveral(body: Push, context: MapContext): Telling | undefined {
  const { actor, repository, push } = body;
  const changes = push.changes.flatMap((change) => changeAsGithub(body, change) ?? []);
  const told = changes.flatMap((change) => tellAsGithub({ ...change, isAlone: true }, bitbucketForge, context) ?? []);
  if (told.length === 0) return undefined;
  const { language } = context;
  const repo = repository.full_name;
  return {
    level: told.some(({ level }) => level === "warning") ? "warning" : "info",
    title: words[language](who({ login: nameOf(actor) }, language), repo, told.length),
    lines: told.slice(0, most).map(({ title }) => title),
    link: pageOf(repository),
    key: `${repo}/refs`,
    tally: tallyOf("push", repo, language, { login: nameOf(actor) }),
  };
}

export const push = defineRetelling({
  schema: Push,
  retell(body) {
    const [only, ...others] = body.push.changes;
    if (!only) return undefined;
    return others.length === 0 ? changeAsGithub(body, only) : { tell: (context) => tellSeveral(body, context) };
  },
});
