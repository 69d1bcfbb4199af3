import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { counted } from "../forge/plural.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";

const Gollum = z.lazy(() =>
  InRepository.extend({
    pages: z.array(z.object({ title: text, page_name: text, action: text, summary: text, html_url: text })),
  }),
);

type Words = {
  readonly deleted: (who: string, repo: string, page: string) => string;
  readonly one: (who: string, repo: string, page: string) => string;
  readonly several: (who: string, repo: string, count: number) => string;
};

const words = {
  zh: {
    deleted: (who, repo, page) => `${who} 删除了 ${repo} 的 wiki 页面：${page}`,
    one: (who, repo, page) => `${who} 更新了 ${repo} 的 wiki：${page}`,
    several: (who, repo, count) => `${who} 更新了 ${repo} 的 wiki，共 ${count} 页`,
  },
  en: {
    deleted: (who, repo, page) => `${who} deleted a page of the wiki of ${repo}: ${page}`,
    one: (who, repo, page) => `${who} updated the wiki of ${repo}: ${page}`,
    several: (who, repo, count) => `${who} updated ${counted(count, "wiki page")} of ${repo}`,
  },
} as const satisfies Record<Language, Words>;

/** Pages of a wiki were written; GitHub names the event after its wiki engine. */
export const gollum = defineEvent({
  schema: Gollum,
  map({ pages, repository, sender }, { language }) {
    const [first] = pages;
    if (!first) return undefined;
    const repo = repository.full_name;
    const names = pages.map((page) => page.title || page.page_name || "");
    const say = words[language];
    const single = pages.length === 1;
    return {
      level: "info",
      title: single
        ? say[first.action === "deleted" ? "deleted" : "one"](who(sender, language), repo, names[0] ?? "")
        : say.several(who(sender, language), repo, pages.length),
      lines: single ? [first.summary] : names.slice(0, 10),
      link: first.html_url,
      key: `${repo}/wiki`,
      tally: tallyOf("wiki", repo, language, sender),
    };
  },
});
