import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";

const Fork = z.lazy(() =>
  InRepository.extend({
    forkee: z.object({ full_name: z.string(), html_url: text, created_at: text }),
  }),
);

const words = {
  zh: (who, repo, fork) => `${who} 把 ${repo} fork 到了 ${fork}`,
  en: (who, repo, fork) => `${who} forked ${repo} to ${fork}`,
} as const satisfies Record<Language, (who: string, repo: string, fork: string) => string>;

/** A repository was forked. */
export const fork = defineEvent({
  schema: Fork,
  map({ forkee, repository, sender }, { language }) {
    return {
      level: "info",
      title: words[language](who(sender, language), repository.full_name, forkee.full_name),
      link: forkee.html_url,
      key: `${repository.full_name}/forks`,
      tally: tallyOf("fork", repository.full_name, language),
      at: forkee.created_at,
    };
  },
});
