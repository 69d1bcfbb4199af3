import type { Language } from "../../model/language.ts";

type Say = (who: string, repo: string, tag: string) => string;

type Words = Readonly<Record<string, Say>>;

/** `alice released octo/app v1.2.0` */
export const releaseWords: Readonly<Record<Language, Words>> = {
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
};
