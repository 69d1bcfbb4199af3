import * as z from "zod";
import { Comment, fromComment, tellComment } from "../forge/comment-words.ts";
import { defineEvent } from "./event.ts";
import { text, threadNumber } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { itIn, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const IssueComment = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    issue: z.object({ number: threadNumber, title: z.string(), html_url: text, pull_request: z.unknown().optional() }),
    comment: Comment,
  }),
);

/** GitHub tells comments on pull requests by the same event; `issue.pull_request` tells them apart. */
export const issueComment = defineEvent({
  schema: IssueComment,
  map({ action, issue, comment, repository, sender }, { language }) {
    const repo = repository.full_name;
    const noun = `${issue.pull_request == null ? "issue" : "PR"} #${issue.number}`;
    const said = tellComment(action, who(sender, language), itIn({ repo, noun }, language), language);
    return {
      level: "info",
      title: withTitle(said, issue.title, language),
      key: `${repo}#${issue.number}`,
      tally: tallyOf("comment", repo, language, sender),
      ...fromComment(comment, action, issue.html_url, language),
    };
  },
});
