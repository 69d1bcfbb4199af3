import * as z from "zod";
import { Repository } from "../github/fields.ts";
import { lookUp } from "../look-up.ts";
import type { AsGithub, Json } from "../github/as-github.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
import { actionRun } from "./action-run.ts";
import { packageOf } from "./package.ts";
import { push } from "./push.ts";
import { review } from "./review.ts";
import { issueComment, issues, pullRequest } from "./threads.ts";
import { memberOf, textOf } from "./members.ts";
import { pageOfRef } from "./page-of-ref.ts";

/** GitHub's schema judges the body that was put into its shape: what is added stands where nothing was. */
const complete = (retell: (json: Json) => AsGithub): Retelling =>
  defineRetelling({ schema: z.unknown(), retell: (_, json) => retell(json) });

const Fork = z.lazy(() => z.object({ forkee: Repository, repository: Repository }));

/** In Gitea's words `forkee` is what was forked, and `repository` what came of it. */
const fork = defineRetelling({
  schema: Fork,
  retell: (_, json) => ({
    event: "fork",
    body: { ...json, repository: json["forkee"], forkee: json["repository"] },
  }),
});

/** Gogs has no page for a release, and no time of its publishing. */
function release(json: Json): AsGithub {
  const told = memberOf(json, "release");
  const page = textOf(memberOf(json, "repository"), "html_url");
  return {
    event: "release",
    body: {
      ...json,
      release: {
        ...told,
        html_url: textOf(told, "html_url") ?? (page && `${page}/releases`),
        published_at: told["published_at"] ?? told["created_at"],
      },
    },
  };
}

const create = (json: Json): AsGithub => ({
  event: "create",
  body: { ...json, ref_url: pageOfRef(memberOf(json, "repository"), textOf(json, "ref")) },
});

/** What Gitea writes where nobody says why. */
const ownSummary = /^(?:Add|Update|Delete) '/;

function wiki(json: Json): AsGithub {
  const page = textOf(memberOf(json, "repository"), "html_url");
  const { action } = json;
  const title = textOf(json, "page") ?? "";
  const summary = textOf(json, "comment") ?? "";
  const link = action === "deleted" ? `${page}/wiki` : `${page}/wiki/${title}`;
  return {
    event: "gollum",
    body: {
      ...json,
      pages: [{ title, action, ...(page && { html_url: link }), ...(!ownSummary.test(summary) && { summary }) }],
    },
  };
}

/** Gitea's events that are not quite GitHub's; any other has its name and shape, or is told by what every body says. */
const events = {
  push: complete(push),
  create: complete(create),
  fork,
  issues: complete(issues),
  issue_comment: complete(issueComment),
  pull_request: complete(pullRequest),
  pull_request_approved: complete(review),
  pull_request_rejected: complete(review),
  pull_request_comment: complete(review),
  release: complete(release),
  wiki: complete(wiki),
  package: complete(packageOf),
  action_run_failure: actionRun,
  action_run_recover: actionRun,
  action_run_success: actionRun,
} as const satisfies Record<string, Retelling>;

export const retellingOf = (event: string): Retelling =>
  lookUp<Retelling>(events, event) ?? complete((body) => ({ event, body }));
