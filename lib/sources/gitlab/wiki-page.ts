import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { text } from "../forge/fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { lookUp } from "../look-up.ts";
import { actorOf, doerOf } from "./actor.ts";
import { defineEvent } from "./event.ts";
import { InProject } from "./fields.ts";

const WikiPage = z.lazy(() =>
  InProject.extend({
    wiki: z.object({ web_url: text }).nullish(),
    object_attributes: z.object({ title: text, slug: text, message: text, url: text, action: text }),
  }),
);

type Say = (who: string, repo: string, page: string) => string;

const words = {
  zh: {
    create: (who, repo, page) => `${who} 在 ${repo} 的 wiki 新建了页面：${page}`,
    update: (who, repo, page) => `${who} 更新了 ${repo} 的 wiki：${page}`,
    delete: (who, repo, page) => `${who} 删除了 ${repo} 的 wiki 页面：${page}`,
  },
  en: {
    create: (who, repo, page) => `${who} created a page in the wiki of ${repo}: ${page}`,
    update: (who, repo, page) => `${who} updated the wiki of ${repo}: ${page}`,
    delete: (who, repo, page) => `${who} deleted a page of the wiki of ${repo}: ${page}`,
  },
} as const satisfies Record<Language, Readonly<Record<"create" | "update" | "delete", Say>>>;

/** A page of a wiki was written, or is gone. */
export const wikiPage = defineEvent({
  schema: WikiPage,
  map(body, { language }) {
    const { object_attributes: page, project, wiki } = body;
    const say = lookUp<Say>(words[language], page.action) ?? words[language].update;
    const repo = project.path_with_namespace;
    const title = page.title || page.slug || "";
    return {
      level: "info",
      title: say(actorOf(body, language), repo, title),
      lines: [isOwn(page.message, title) ? "" : page.message],
      link: page.action === "delete" ? (wiki?.web_url ?? project.web_url) : page.url,
      key: `${repo}/wiki`,
      tally: tallyOf("wiki", repo, language, doerOf(body)),
    };
  },
});

/** What GitLab writes where nobody says why: `Create Home`. */
const isOwn = (message: string | null | undefined, title: string): boolean =>
  ["Create", "Update", "Delete"].some((verb) => message?.trim() === `${verb} ${title}`);
