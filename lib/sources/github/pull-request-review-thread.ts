import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { defineEvent } from "./event.ts";
import { InRepository } from "./fields.ts";
import { Pull } from "./pull-request.ts";
import { tallyOf } from "../forge/tally.ts";
import { itIn, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const ReviewThread = z.lazy(() => InRepository.extend({ action: z.string(), pull_request: Pull }));

type Words = Readonly<Record<"resolved" | "unresolved", (who: string, it: string) => string>>;

const words = {
  zh: {
    resolved: (who, it) => `${who} 解决了 ${it} 的一处讨论`,
    unresolved: (who, it) => `${who} 重新打开了 ${it} 的一处讨论`,
  },
  en: {
    resolved: (who, it) => `${who} resolved a conversation on ${it}`,
    unresolved: (who, it) => `${who} reopened a conversation on ${it}`,
  },
} as const satisfies Record<Language, Words>;

/** A conversation on lines of a pull request was resolved, or taken up again. */
export const pullRequestReviewThread = defineEvent({
  schema: ReviewThread,
  branch: (body) => body.pull_request.base?.ref ?? undefined,
  map({ action, pull_request: pull, repository, sender }, { language }) {
    const repo = repository.full_name;
    const say = words[language][action === "resolved" ? "resolved" : "unresolved"];
    const said = say(who(sender, language), itIn({ repo, noun: `PR #${pull.number}` }, language));
    return {
      level: "info",
      title: withTitle(said, pull.title, language),
      link: pull.html_url,
      key: `${repo}#${pull.number}`,
      tally: tallyOf("conversation", repo, language, sender),
    };
  },
});
