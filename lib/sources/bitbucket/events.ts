import * as z from "zod";
import { lookUp } from "../look-up.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
import { commitComment, commitStatus } from "./commit.ts";
import { nameOf, pageOf, Person, Repository } from "./fields.ts";
import { issue, issueComment } from "./issue.ts";
import { pullComment, thread } from "./comment.ts";
import { pullRequest, review } from "./pull-request.ts";
import { push } from "./push.ts";
import { fork, repository } from "./repository.ts";

const events = {
  "repo:push": push,
  "repo:fork": fork,
  "repo:created": repository("created"),
  "repo:imported": repository("created"),
  "repo:deleted": repository("deleted"),
  "repo:updated": repository("edited"),
  "repo:transfer": repository("transferred"),
  "repo:commit_comment_created": commitComment,
  "repo:commit_status_created": commitStatus,
  "repo:commit_status_updated": commitStatus,
  "pullrequest:created": pullRequest("opened"),
  "pullrequest:updated": pullRequest("updated"),
  "pullrequest:fulfilled": pullRequest("merged"),
  "pullrequest:rejected": pullRequest("declined"),
  "pullrequest:approved": review("approved"),
  "pullrequest:unapproved": review("dismissed"),
  "pullrequest:changes_request_created": review("changes_requested"),
  "pullrequest:changes_request_removed": review("dismissed"),
  "pullrequest:comment_created": pullComment("created"),
  "pullrequest:comment_updated": pullComment("edited"),
  "pullrequest:comment_deleted": pullComment("deleted"),
  "pullrequest:comment_resolved": thread("resolved"),
  "pullrequest:comment_reopened": thread("unresolved"),
  "issue:created": issue("opened"),
  "issue:updated": issue("updated"),
  "issue:comment_created": issueComment,
} as const satisfies Record<string, Retelling>;

const Other = z.lazy(() => z.object({ actor: Person, repository: Repository.nullish() }));

/** An event that has no words: its name, in two parts as GitHub tells an event and its action, by whom and where. */
const other = (event: string): Retelling =>
  defineRetelling({
    schema: Other,
    retell({ actor, repository: told }) {
      const [name = event, action] = event.split(":");
      return {
        event: name,
        body: {
          action,
          sender: { login: nameOf(actor) },
          ...(told && { repository: { full_name: told.full_name, html_url: pageOf(told) } }),
        },
      };
    },
  });

export const retellingOf = (event: string): Retelling => lookUp<Retelling>(events, event) ?? other(event);
