import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { defineEvent } from "./event.ts";
import { number, text } from "../forge/fields.ts";
import { InRepository, Repository } from "./fields.ts";
import { counted } from "../forge/plural.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";

const Star = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    starred_at: text,
    repository: Repository.extend({ stargazers_count: number }),
  }),
);

type Words = {
  readonly starred: (who: string, repo: string) => string;
  readonly count: (count: number) => string;
};

const words = {
  zh: { starred: (who, repo) => `${who} 给 ${repo} 点了 star`, count: (count) => `现在有 ${count} 个 star` },
  en: { starred: (who, repo) => `${who} starred ${repo}`, count: (count) => `${counted(count, "star")} now` },
} as const satisfies Record<Language, Words>;

/** Only a given star is told: not one taken back. `watch` is GitHub's old name for the same event and stays silent. */
export const star = defineEvent({
  schema: Star,
  map({ action, starred_at: at, repository, sender }, { language }) {
    if (action !== "created") return undefined;
    const { full_name: repo, html_url: link, stargazers_count: count } = repository;
    const say = words[language];
    return {
      level: "info",
      title: say.starred(who(sender, language), repo),
      lines: [count ? say.count(count) : ""],
      link,
      key: `${repo}/stars`,
      tally: tallyOf("star", repo, language),
      at,
    };
  },
});
