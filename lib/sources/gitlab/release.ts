import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { excerpt } from "../forge/excerpt.ts";
import { text } from "../forge/fields.ts";
import { tallyOf } from "../forge/tally.ts";
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
    const { project, tag, action } = body;
    const repo = project.path_with_namespace;
    const key = `${repo}/refs/tags/${tag}`;
    const say = words[language];
    if (action === "delete") return { level: "info", title: say.delete(repo, tag), link: project.web_url, key };
    if (action !== "create") return undefined;
    const released = timeOf(body.released_at ?? body.created_at);
    const isUpcoming = Date.parse(released ?? "") > at.getTime();
    return {
      level: "info",
      title: say[isUpcoming ? "upcoming" : "create"](repo, tag),
      lines: notesOf(body, language),
      link: body.url,
      key,
      tally: tallyOf("release", repo, language),
      at: isUpcoming ? timeOf(body.created_at) : released,
    };
  },
});

function notesOf({ name, tag, description, url }: z.infer<typeof Release>, language: Language): readonly string[] {
  const notes = excerpt(description, language, url);
  return name && name !== tag && name !== notes[0] ? [name, ...notes] : notes;
}
