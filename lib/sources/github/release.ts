import * as z from "zod";
import { minute } from "../../base/time.ts";
import { excerpt } from "../forge/excerpt.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { flag, text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { releaseWords } from "../forge/release-words.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";

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

/**
 * One release is told once: GitHub sends `created`, `released` or `prereleased` beside `published`, and `edited` for every
 * touch of its notes. A pre-release that becomes a full one is told again as that.
 */
export const release = defineEvent({
  schema: Release,
  map({ action, release: told, repository, sender }, { language, at }) {
    const published = action === "published" || isPromoted(action, told, at);
    const say = lookUp(releaseWords[language], published ? kindOf(told) : action);
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
