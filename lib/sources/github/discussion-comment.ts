import * as z from "zod";
import { Comment, fromComment, tellComment } from "../forge/comment-words.ts";
import { discussionNouns, Thread } from "./discussion.ts";
import { defineEvent } from "./event.ts";
import { InRepository } from "./fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { itIn, withTitle } from "../forge/thread-words.ts";
import { who } from "../forge/who.ts";

const DiscussionComment = z.lazy(() =>
  InRepository.extend({ action: z.string(), discussion: Thread, comment: Comment }),
);

/** A comment in a discussion. */
export const discussionComment = defineEvent({
  schema: DiscussionComment,
  map({ action, discussion, comment, repository, sender }, { language }) {
    const repo = repository.full_name;
    const it = itIn({ repo, noun: `${discussionNouns[language]} #${discussion.number}` }, language);
    return {
      level: "info",
      title: withTitle(tellComment(action, who(sender, language), it, language), discussion.title, language),
      key: `${repo}#${discussion.number}`,
      tally: tallyOf("comment", repo, language, sender),
      ...fromComment(comment, action, discussion.html_url, language),
    };
  },
});
