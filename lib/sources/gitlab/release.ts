import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { excerpt } from "../forge/excerpt.ts";
import { text } from "../forge/fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { InProject } from "./fields.ts";
import { timeOf } from "./time.ts";

const Release = z.lazy(() =>
  InProject.extend({
    action: text,
    tag: z.string(),
    name: text,
    description: text,
    url: text,
    created_at: text,
    released_at: text,
  }),
);

type Say = (repo: string, tag: string) => string;

/** GitLab does not tell who released. */
const words = {
  zh: {
    create: (repo, tag) => `${repo} 发布了 ${tag}`,
    upcoming: (repo, tag) => `${repo} 预告了 ${tag} 的发布`,
    delete: (repo, tag) => `${repo} 的发布 ${tag} 已删除`,
  },
  en: {
    create: (repo, tag) => `${repo} ${tag} is released`,
    upcoming: (repo, tag) => `${repo} ${tag} is announced as an upcoming release`,
    delete: (repo, tag) => `The release ${tag} of ${repo} was deleted`,
  },
} as const satisfies Record<Language, Readonly<Record<"create" | "upcoming" | "delete", Say>>>;

/** A release came or went; one whose time is yet to come is told as that. Every touch of its notes is not. */
export const release = defineEvent({
  schema: Release,
  map(body, { language, at }) {
    const { project, tag, action, released_at: released } = body;
    const isNew = action === "create";
    const isUpcoming = isNew && Date.parse(timeOf(released) ?? "") > at.getTime();
    const say = lookUp<Say>(words[language], isUpcoming ? "upcoming" : action);
    if (!say) return undefined;
    const repo = project.path_with_namespace;
    const notes = isNew ? excerpt(body.description, language, body.url) : [];
    const name = body.name && body.name !== tag && body.name !== notes[0] ? body.name : "";
    return {
      level: "info",
      title: say(repo, tag),
      lines: isNew ? [name, ...notes] : [],
      link: isNew ? body.url : project.web_url,
      key: `${repo}/refs/tags/${tag}`,
      ...(isNew && { tally: tallyOf("release", repo, language) }),
      at: isNew ? timeOf(isUpcoming ? body.created_at : (released ?? body.created_at)) : undefined,
    };
  },
});
