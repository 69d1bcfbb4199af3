import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { excerpt } from "./excerpt.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { flag, InRepository, text } from "./fields.ts";
import { tallyOf } from "./tally.ts";
import { who } from "./who.ts";

const Release = InRepository.extend({
  action: z.string(),
  release: z.object({
    tag_name: z.string(),
    name: text,
    html_url: text,
    prerelease: flag,
    published_at: text,
    body: text,
  }),
});

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
 * touch of its notes.
 */
export const release = defineEvent({
  schema: Release,
  map({ action, release: told, repository, sender }, { language }) {
    const published = action === "published";
    const say = lookUp<Say>(words[language], published && told.prerelease ? "prerelease" : action);
    if (!say || action === "prerelease") return undefined;
    const repo = repository.full_name;
    const name = told.name && told.name !== told.tag_name ? told.name : "";
    return {
      level: "info",
      title: say(who(sender, language), repo, told.tag_name),
      lines: published ? [name, ...excerpt(told.body, language, told.html_url)] : [],
      link: action === "deleted" ? repository.html_url : told.html_url,
      key: `${repo}/refs/tags/${told.tag_name}`,
      ...(published && { tally: tallyOf("release", repo, language, sender) }),
      at: published ? told.published_at : undefined,
    };
  },
});
