import { lookUp } from "../look-up.ts";
import { checkRun } from "./check-run.ts";
import { checkSuite } from "./check-suite.ts";
import { codeScanningAlert } from "./code-scanning-alert.ts";
import { commitComment } from "./commit-comment.ts";
import { dependabotAlert } from "./dependabot-alert.ts";
import { deploymentReview } from "./deployment-review.ts";
import { deploymentStatus } from "./deployment-status.ts";
import { discussionComment } from "./discussion-comment.ts";
import { discussion } from "./discussion.ts";
import type { GithubEvent } from "./event.ts";
import { fork } from "./fork.ts";
import { gollum } from "./gollum.ts";
import { issueComment } from "./issue-comment.ts";
import { issues } from "./issues.ts";
import { member } from "./member.ts";
import { membership } from "./membership.ts";
import { mergeGroup } from "./merge-group.ts";
import { organization } from "./organization.ts";
import { otherEvent } from "./other.ts";
import { pageBuild } from "./page-build.ts";
import { pullRequestReviewComment } from "./pull-request-review-comment.ts";
import { pullRequestReviewThread } from "./pull-request-review-thread.ts";
import { pullRequestReview } from "./pull-request-review.ts";
import { pullRequest } from "./pull-request.ts";
import { push } from "./push.ts";
import { create, deleted } from "./refs.ts";
import { release } from "./release.ts";
import { repository } from "./repository.ts";
import { secretScanningAlert } from "./secret-scanning-alert.ts";
import { silent } from "./silent.ts";
import { star } from "./star.ts";
import { subIssues } from "./sub-issues.ts";
import { status } from "./status.ts";
import { workflowJob } from "./workflow-job.ts";
import { workflowRun } from "./workflow-run.ts";

/** GitHub's events that have words of their own. */
const events = {
  check_run: checkRun,
  check_suite: checkSuite,
  code_scanning_alert: codeScanningAlert,
  commit_comment: commitComment,
  create,
  delete: deleted,
  dependabot_alert: dependabotAlert,
  deployment_review: deploymentReview,
  deployment_status: deploymentStatus,
  discussion,
  discussion_comment: discussionComment,
  fork,
  gollum,
  issue_comment: issueComment,
  issues,
  member,
  membership,
  merge_group: mergeGroup,
  organization,
  page_build: pageBuild,
  ping: silent,
  public: repository,
  pull_request: pullRequest,
  pull_request_review: pullRequestReview,
  pull_request_review_comment: pullRequestReviewComment,
  pull_request_review_thread: pullRequestReviewThread,
  push,
  release,
  repository,
  secret_scanning_alert: secretScanningAlert,
  star,
  status,
  sub_issues: subIssues,
  watch: silent,
  workflow_job: workflowJob,
  workflow_run: workflowRun,
} as const satisfies Record<string, GithubEvent>;

/** The entry of an event; one that is not in the table is told by what every payload says. `forge` is who sends it. */
export const eventNamed = (name: string, forge = "GitHub"): GithubEvent =>
  lookUp<GithubEvent>(events, name) ?? otherEvent(name, forge);
