import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { minute } from "../../base/time.ts";
import { excerpt } from "./excerpt.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { flag, InRepository, text } from "./fields.ts";
import { tallyOf } from "./tally.ts";
import { who } from "./who.ts";

const Release = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    release: z.object({
      tag_name: z.string(),
      name: text,
      html_url: text,
      prerelease: flag,
      published_at: text,
      updated_at: text,
      body: text,
    }),
  }),
);

type Say = (who: string, repo: string, tag: string) => string;

type Words = Readonly<Record<"published" | "prerelease" | "unpublished" | "deleted", Say>>;

const words = {
  zh: {
    published: (who, repo, tag) => `${who} 发布了 ${repo} ${tag}`,
    prerelease: (who, repo, tag) => `${who} 发布了 ${repo} ${tag}（预发布）`,
    unpublished: (who, repo, tag) => `${who} 撤回了 ${repo} ${tag} 的发布`,
    deleted: (who, repo, tag) => `${who} 删除了 ${repo} ${tag} 的发布`,
  },
  en: {
    published: (who, repo, tag) => `${who} released ${repo} ${tag}`,
    prerelease: (who, repo, tag) => `${who} pre-released ${repo} ${tag}`,
    unpublished: (who, repo, tag) => `${who} unpublished the release ${repo} ${tag}`,
    deleted: (who, repo, tag) => `${who} deleted the release ${repo} ${tag}`,
  },
} as const satisfies Record<Language, Words>;

/**
 * One release is told once: GitHub sends `created`, `released` or `prereleased` beside `published`, and `edited` for every
 * touch of its notes. A pre-release that becomes a full one is told again as that.
 */
export const release = defineEvent({
  schema: Release,
  map({ action, release: told, repository, sender }, { language, at }) {
    const published = action === "published" || isPromoted(action, told, at);
    const say = lookUp<Say>(words[language], published ? kindOf(told) : action);
    if (!say || action === "prerelease") return undefined;
    const repo = repository.full_name;
    const notes = excerpt(told.body, language, told.html_url);
    const name = told.name && told.name !== told.tag_name && told.name !== notes[0] ? told.name : "";
    return {
      level: "info",
      title: say(who(sender, language), repo, told.tag_name),
      lines: published ? [name, ...notes] : [],
      link: action === "deleted" ? repository.html_url : told.html_url,
      key: `${repo}/refs/tags/${told.tag_name}`,
      ...(published && { tally: tallyOf("release", repo, language, sender) }),
      at: action === "published" ? told.published_at : told.updated_at,
    };
  },
});

type Told = z.infer<typeof Release>["release"];

const kindOf = ({ prerelease }: Told): "prerelease" | "published" => (prerelease ? "prerelease" : "published");

/** GitHub's events of one publishing come within seconds. */
const together = minute;

/**
 * `released` comes beside `published`, but alone where a pre-release was made a full one: then it was published a while
 * before.
 */
function isPromoted(action: string, { published_at: published, updated_at: updated }: Told, arrived: Date): boolean {
  if (action !== "released" || !published) return false;
  const since = (updated ? Date.parse(updated) : arrived.getTime()) - Date.parse(published);
  return since > together;
}
