import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { InRepository, Repository } from "./fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { itIn, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const Issue = z.object({ number: z.number(), title: text, html_url: text });

const SubIssues = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    parent_issue: Issue,
    sub_issue: Issue,
    parent_issue_repo: Repository.partial().nullish(),
  }),
);

type Say = (who: string, parent: string, child: string) => string;

const words = {
  zh: {
    added: (who, parent, child) => `${who} 把 ${child} 列为 ${parent} 的子 issue`,
    removed: (who, parent, child) => `${who} 把 ${child} 移出 ${parent} 的子 issue`,
  },
  en: {
    added: (who, parent, child) => `${who} added ${child} as a sub-issue of ${parent}`,
    removed: (who, parent, child) => `${who} removed ${child} from the sub-issues of ${parent}`,
  },
} as const satisfies Record<Language, Readonly<Record<"added" | "removed", Say>>>;

const deeds = {
  sub_issue_added: "added",
  sub_issue_removed: "removed",
  parent_issue_added: "added",
  parent_issue_removed: "removed",
} as const;

/** One issue became part of another. GitHub tells it from both sides: within one repository the parent's is enough. */
export const subIssues = defineEvent({
  schema: SubIssues,
  map({ action, parent_issue: parent, sub_issue: child, parent_issue_repo: home, repository, sender }, { language }) {
    const deed = lookUp(deeds, action);
    const repo = repository.full_name;
    const isOfChild = action.startsWith("parent_");
    if (!deed || (isOfChild && (home?.full_name ?? repo) === repo)) return undefined;
    const parentRepo = isOfChild ? (home?.full_name ?? repo) : repo;
    const it = itIn({ repo: parentRepo, noun: `issue #${parent.number}` }, language);
    const said = words[language][deed](who(sender, language), it, `#${child.number}`);
    return {
      level: "info",
      title: child.title ? withTitle(said, child.title, language) : said,
      link: (isOfChild ? child : parent).html_url,
      key: `${repo}#${(isOfChild ? child : parent).number}`,
      tally: tallyOf("issue", repo, language, sender),
    };
  },
});
