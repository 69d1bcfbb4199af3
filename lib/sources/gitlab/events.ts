import { lookUp } from "../look-up.ts";
import { accessToken } from "./access-token.ts";
import { accounts } from "./accounts.ts";
import { deployment } from "./deployment.ts";
import { defineEvent, type GitlabEvent } from "./event.ts";
import { featureFlag } from "./feature-flag.ts";
import { Envelope } from "./fields.ts";
import { issue } from "./issue.ts";
import { job } from "./job.ts";
import { memberships } from "./membership.ts";
import { mergeRequest } from "./merge-request.ts";
import { milestone } from "./milestone.ts";
import { note } from "./note.ts";
import { otherEvent } from "./other.ts";
import { pipeline } from "./pipeline.ts";
import { places } from "./places.ts";
import { push, tagPush } from "./push.ts";
import { release } from "./release.ts";
import { repositoryUpdate } from "./repository-update.ts";
import { vulnerability } from "./vulnerability.ts";
import { wikiPage } from "./wiki-page.ts";

/** Nobody waits for a thumb. */
const silent = defineEvent({ schema: Envelope, map: () => undefined });

/** GitLab's events that have words of their own. */
const events: Readonly<Record<string, GitlabEvent>> = {
  ...accounts,
  ...memberships,
  ...places,
  access_token: accessToken,
  confidential_issue: issue,
  confidential_note: note,
  confidential_work_item: issue,
  deployment,
  emoji: silent,
  feature_flag: featureFlag,
  issue,
  job,
  merge_request: mergeRequest,
  milestone,
  note,
  pipeline,
  push,
  release,
  repository_update: repositoryUpdate,
  tag_push: tagPush,
  vulnerability,
  wiki_page: wikiPage,
  work_item: issue,
};

/** The entry of an event; one that is not in the table is told by what every payload says. */
export const eventNamed = (name: string): GitlabEvent => lookUp(events, name) ?? otherEvent(name);
