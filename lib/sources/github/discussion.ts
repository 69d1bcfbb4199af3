import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { excerpt } from "../forge/excerpt.ts";
import { defineEvent } from "./event.ts";
import { Named, text } from "../forge/fields.ts";
import { InRepository, Repository } from "./fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { tellDeed, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

/** What both events about discussions carry. */
export const Thread = z.object({ number: z.number(), title: z.string(), html_url: text });

const Discussion = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    discussion: Thread.extend({ body: text, updated_at: text, category: Named }),
    answer: z.object({ body: text, html_url: text }).nullish(),
    label: Named,
    changes: z.object({ new_repository: Repository.partial().nullish() }).nullish(),
  }),
);

export const discussionNouns = { zh: "讨论", en: "discussion" } as const satisfies Record<Language, string>;

/** A discussion was started, answered, moved and so on; a new one and an answer are quoted. */
export const discussion = defineEvent({
  schema: Discussion,
  map(body, { language }) {
    const { discussion: thread, repository } = body;
    const repo = repository.full_name;
    const action = body.action === "created" ? "started" : body.action;
    const noun = `${discussionNouns[language]} #${thread.number}`;
    const deed = { who: who(body.sender, language), repo, noun, action, thing: thingOf(body) };
    const quoted = quotedBy(body);
    return {
      level: "info",
      title: withTitle(tellDeed(deed, language), thread.title, language),
      lines: excerpt(quoted?.body, language, thread.html_url),
      link: quoted?.html_url ?? thread.html_url,
      key: `${repo}#${thread.number}`,
      tally: tallyOf(action === "started" ? "new-discussion" : "discussion", repo, language, body.sender),
      at: thread.updated_at,
    };
  },
});

type Discussion = z.infer<typeof Discussion>;

function thingOf({ action, label, discussion: thread, changes }: Discussion): string | null | undefined {
  if (label?.name != null) return label.name;
  if (action === "category_changed") return thread.category?.name;
  return action === "transferred" ? changes?.new_repository?.full_name : undefined;
}

function quotedBy({ action, discussion: thread, answer }: Discussion): Discussion["answer"] {
  if (action === "created") return thread;
  return action === "answered" ? answer : undefined;
}
