import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import { example, examples, type JsonObject, say } from "../support/github.ts";
import {
  alertBody,
  checkRunBody,
  commits,
  issueBody,
  pullBody,
  releaseBody,
  reviewBody,
  runBody,
} from "./github-cases.ts";

const queued = `gh-readonly-queue/main/pr-7-${"a1".repeat(20)}`;

const known = (count: number) => commits(count).map((commit) => ({ ...(commit as JsonObject), distinct: false }));

const thing: JsonObject = {
  action: "completed",
  repository: { full_name: "octo/app", html_url: "https://github.com/octo/app" },
  sender: { login: "mona", type: "User" },
};

const subIssue = (patch: JsonObject): JsonObject => ({
  ...thing,
  parent_issue: { number: 4, title: "Faster start", html_url: "https://github.com/octo/app/issues/4" },
  sub_issue: { number: 9, title: "Cache the index", html_url: "https://github.com/octo/app/issues/9" },
  ...patch,
});

/** Bodies that the examples lack, by event, beside every example. */
const more: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> = {
  push: {
    "three commits of two authors": example(
      "push",
      { commits: commits(3), created: false, ref: "refs/heads/main" },
      hasCommits,
    ),
    "twelve commits": example("push", { commits: commits(12), created: false, ref: "refs/heads/main" }, hasCommits),
    "a merge of what is known": example(
      "push",
      { commits: [...known(3), ...commits(1)], created: false, ref: "refs/heads/release" },
      hasCommits,
    ),
    "only what is known": example(
      "push",
      { commits: known(3), created: false, ref: "refs/heads/release", after: "c0ffee0".padEnd(40, "0") },
      hasCommits,
    ),
    "a new branch of what is known": example("push", { commits: known(1), created: true }, hasCommits),
    "as many commits as are listed": example("push", { commits: commits(2_048), created: false }, hasCommits),
    "a tag moved, forced": example(
      "push",
      { ref: "refs/tags/v1", commits: [], created: false, forced: true },
      hasCommits,
    ),
    "a tag moved ahead": example("push", { ref: "refs/tags/v1", created: false, forced: false }, hasCommits),
    "of the merge queue": example("push", { ref: `refs/heads/${queued}`, created: true }, hasCommits),
    "by nobody known": example("push", { created: false, sender: null, pusher: null }, hasCommits),
    "one commit, forced": example("push", { created: false, forced: true }, hasCommits),
    "forced back": example("push", { commits: [], created: false, forced: true }, hasCommits),
  },
  pull_request: {
    "draft opened from a fork": pullBody({
      pull_request: { draft: true, head: { label: "alice:fix", ref: "fix", repo: { full_name: "alice/Hello-World" } } },
    }),
    merged: pullBody({
      action: "closed",
      pull_request: { merged: true, additions: 10, deletions: 2, changed_files: 3 },
    }),
    "title edited": pullBody({ action: "edited", changes: { title: { from: "Update readme" } } }),
    "team asked": pullBody({ action: "review_requested", requested_team: { name: "Core" } }),
    "assigned to another": pullBody({ action: "assigned", assignee: { login: "bob" } }),
    "unassigned another": pullBody({ action: "unassigned", assignee: { login: "bob" } }),
    milestone: pullBody({ action: "milestoned", milestone: { title: "v2" } }),
    "auto-merge": pullBody({ action: "auto_merge_enabled" }),
    "merge queue": pullBody({ action: "enqueued" }),
    "left the queue": pullBody({ action: "dequeued" }),
    "left the queue, merged": pullBody({ action: "dequeued", reason: "MERGE" }),
    "left the queue, its checks failed": pullBody({ action: "dequeued", reason: "CI_FAILURE" }),
    "left the queue, by a word of next year": pullBody({ action: "dequeued", reason: "SOLAR_FLARE" }),
    "taken out of the queue": pullBody({ action: "dequeued", reason: "MANUAL" }),
    "edited without a change": pullBody({
      action: "edited",
      pull_request: { body: "same" },
      changes: { body: { from: "same" } },
    }),
    "another base": pullBody({ action: "edited", changes: { base: { ref: { from: "develop" }, sha: { from: "1" } } } }),
    "asked by the reviewer": pullBody({ action: "review_requested", requested_reviewer: { login: "Codertocat" } }),
    "no longer reviewed by the reviewer": pullBody({
      action: "review_request_removed",
      requested_reviewer: { login: "Codertocat" },
    }),
    "closed by nobody known": pullBody({ action: "closed", sender: null }),
    "nobody known is asked": pullBody({ action: "assigned", assignee: null, sender: null }),
    "an action of next year": pullBody({ action: "review_delegated" }),
  },
  pull_request_review: {
    approved: reviewBody({ review: { state: "approved", body: "Looks good!" } }),
    "changes requested": reviewBody({ review: { state: "changes_requested", body: "> why?\n\nPlease add a test." } }),
    "commented with words": reviewBody({ review: { body: "<!-- bot -->First line\r\n\r\nSecond line" } }),
    edited: reviewBody({ action: "edited", review: { body: "Better words" } }),
    "dismissed another's": reviewBody({ action: "dismissed", review: { state: "dismissed", user: { login: "bob" } } }),
  },
  issues: {
    closed: issueBody({ action: "closed", issue: { state_reason: "completed" } }),
    typed: issueBody({ action: "typed", type: { name: "Bug" } }),
    untyped: issueBody({ action: "untyped", type: { name: "Bug" } }),
    "edited without a change": issueBody({ action: "edited", issue: { body: "x" }, changes: { body: { from: "x" } } }),
    "closed as not planned": issueBody({ action: "closed", issue: { state_reason: "not_planned" } }),
    "title edited": issueBody({ action: "edited", changes: { title: { from: "Spelling" } } }),
  },
  issue_comment: {
    "on a pull request, with an image": example("issue_comment", {
      issue: { pull_request: { url: "https://api.github.com/repos/Codertocat/Hello-World/pulls/1" } },
      comment: { body: "Before:\n![shot](https://user-images.example/1.png)\nAfter: fine" },
    }),
    "edited without a change": example("issue_comment", {
      action: "edited",
      comment: { body: "x" },
      changes: { body: { from: "x" } },
    }),
    "edited to the words of its issue": example("issue_comment", {
      action: "edited",
      issue: { body: "y" },
      comment: { body: "x" },
      changes: { body: { from: "y" } },
    }),
    "by nobody known": example("issue_comment", { sender: null }),
    long: example("issue_comment", { comment: { body: `${"很长的一行 ".repeat(50)}\nsecond` } }),
  },
  commit_comment: {},
  release: {
    "with notes": releaseBody({
      release: { tag_name: "v1.2.0", name: "Spring", body: "## Changes\n- faster\n- smaller\n- more" },
    }),
    "pre-release": releaseBody({ release: { tag_name: "v2.0.0-rc.1", prerelease: true } }),
    "a name that is its notes": releaseBody({ release: { name: "First light", body: "First light" } }),
    "a pre-release made a full one": releaseBody({
      action: "released",
      release: { published_at: "2026-10-01T10:00:00Z", updated_at: "2026-11-01T10:00:00Z" },
    }),
    "released beside published": releaseBody({
      action: "released",
      release: { published_at: "2026-10-01T10:00:00Z", updated_at: "2026-10-01T10:00:02Z" },
    }),
    unpublished: releaseBody({ action: "unpublished" }),
  },
  workflow_run: {
    "of the merge queue": runBody({ workflow_run: { name: "CI", conclusion: "failure", head_branch: queued } }),
    "of a fork that is gone": runBody({ workflow_run: { name: "CI", conclusion: "failure", head_repository: null } }),
    ...Object.fromEntries(
      ["failure", "timed_out", "startup_failure", "action_required", "cancelled", "skipped", "success", "neutral"].map(
        (conclusion) => [conclusion, runBody({ workflow_run: { name: "CI", conclusion } })],
      ),
    ),
  },
  workflow_job: {},
  check_suite: { "a tag's": example("check_suite", { check_suite: { head_branch: null } }) },
  check_run: { "with a summary": checkRunBody({ check_run: { output: { title: "3 errors, 1 warning" } } }) },
  status: {
    failure: example("status", {
      state: "failure",
      context: "ci/jenkins",
      description: "Build #7 failed",
      target_url: "https://ci.example/7",
    }),
    pending: example("status", { state: "pending" }),
  },
  create: {
    branch: example("create", { ref: "fix/登录", ref_type: "branch" }),
    "of the merge queue": example("create", { ref: queued, ref_type: "branch" }),
  },
  delete: { branch: example("delete", { ref: "fix/login", ref_type: "branch" }) },
  star: { many: example("star", { repository: { stargazers_count: 1234 } }) },
  fork: {},
  watch: {},
  ping: {},
  discussion: {},
  discussion_comment: {},
  deployment_status: {
    failure: example("deployment_status", {
      deployment_status: { state: "failure", description: "Health check failed" },
    }),
    error: example("deployment_status", { deployment_status: { state: "error", log_url: "https://ci.example/log" } }),
    "with a page": example("deployment_status", { deployment_status: { environment_url: "https://app.example" } }),
  },
  dependabot_alert: {
    critical: alertBody("dependabot_alert", { alert: { security_vulnerability: { severity: "critical" } } }),
    high: alertBody("dependabot_alert", { alert: { security_vulnerability: { severity: "high" } } }),
    low: alertBody("dependabot_alert", {
      alert: { security_vulnerability: { severity: "low", first_patched_version: null } },
    }),
    reopened: alertBody("dependabot_alert", { action: "reopened" }),
    dismissed: alertBody("dependabot_alert", { action: "dismissed", sender: { login: "alice", type: "User" } }),
    "auto-dismissed": alertBody("dependabot_alert", { action: "auto_dismissed" }),
    assigned: alertBody("dependabot_alert", { action: "assignees_changed" }),
  },
  code_scanning_alert: {
    high: alertBody("code_scanning_alert", { alert: { rule: { security_severity_level: "high" } } }),
  },
  secret_scanning_alert: Object.fromEntries(
    (
      [
        { action: "created" },
        { action: "created", alert: { validity: "active" } },
        { action: "publicly_leaked", alert: { publicly_leaked: true } },
        { action: "reopened" },
        { action: "resolved", alert: { resolution: "revoked" } },
        { action: "resolved", alert: { resolution: "false_positive" } },
        { action: "validated", alert: { validity: "active" } },
        { action: "assigned" },
      ] as const satisfies readonly JsonObject[]
    ).map((patch) => [JSON.stringify(patch), alertBody("secret_scanning_alert", patch)]),
  ),
  member: {
    "added by another": example("member", { member: { login: "bob" } }),
    removed: example("member", { action: "removed", member: { login: "bob" } }),
    left: example("member", { action: "removed" }),
    "permission changed": example("member", {
      action: "edited",
      changes: { permission: { from: "write", to: "admin" } },
    }),
  },
  repository: {
    deleted: example("repository", { action: "deleted" }),
    archived: example("repository", { action: "archived" }),
    unarchived: example("repository", { action: "unarchived" }),
  },
  public: {},
  gollum: {
    several: example("gollum", {
      pages: ["Home", "Setup", "FAQ"].map((title) => ({ title, html_url: "https://github.com/w" })),
    }),
  },
  pull_request_review_comment: {},
  pull_request_review_thread: {},
  milestone: {},
  label: {},
  membership: {
    joined: example("membership", { action: "added", member: { login: "bob" }, sender: { login: "bob" } }),
  },
  merge_group: {
    "asked of a pull request": example("merge_group", { merge_group: { head_ref: `refs/heads/${queued}` } }),
    invalidated: example("merge_group", {
      action: "destroyed",
      reason: "invalidated",
      merge_group: { head_ref: `refs/heads/${queued}` },
    }),
    merged: example("merge_group", { action: "destroyed", reason: "merged" }),
    "of a repository without its full name": example("merge_group", {
      repository: { full_name: null, name: "app", owner: { login: "octo" } },
    }),
  },
  organization: {},
  org_block: {},
  page_build: {
    errored: example("page_build", { build: { status: "errored", error: { message: "Page build failed." } } }),
  },
  deployment_review: {
    approved: example("deployment_review", { action: "approved", approver: { login: "bob" }, comment: "go" }),
    rejected: example("deployment_review", { action: "rejected", approver: { login: "bob" } }),
  },
  sub_issues: {
    "a sub-issue": subIssue({ action: "sub_issue_added" }),
    "a sub-issue no longer": subIssue({ action: "sub_issue_removed" }),
    "of the same repository, told from its side": subIssue({
      action: "parent_issue_added",
      parent_issue_repo: { full_name: "octo/app" },
    }),
    "of another repository": subIssue({
      action: "parent_issue_added",
      parent_issue_repo: { full_name: "octo/plan" },
    }),
  },
  sponsorship: {},
  custom_check: { failed: { ...thing, custom_check: { name: "license", conclusion: "failure" } } },
  package: {},
  workflow_dispatch: {},
  team: {},
  security_advisory: {},
};

function hasCommits(body: JsonObject): boolean {
  return Array.isArray(body["commits"]) && body["commits"].length > 0;
}

const shown = (notice: Notice | Refusal | undefined): string => {
  if (notice === undefined) return "(says nothing)";
  if (isRefusal(notice)) return `refused ${notice.refusal}: ${notice.message}`;
  return [`[${notice.level}] ${notice.title}`, ...notice.lines.map((line) => `    ${line}`), ...counted(notice)].join(
    "\n",
  );
};

/** As a digest counts three of them. */
const counted = ({ tally }: Notice): readonly string[] =>
  tally ? [`    × 3: ${tally.where}: 3 ${tally.what}${tally.who === undefined ? "" : ` (${tally.who})`}`] : [];

const facts = (notice: Notice | Refusal | undefined): string =>
  notice === undefined || isRefusal(notice)
    ? ""
    : [
        notice.link ?? "(no link)",
        `${notice.key ?? ""}${notice.replaces ? " · replaces" : ""}${notice.resolved ? " · resolved" : ""}`,
        notice.at,
      ]
        .map((line) => `    ${line}\n`)
        .join("");

const section = (event: string, name: string, body: JsonObject): string => {
  const [zh, en] = languages.map((language) => say(event, body, language));
  return `# ${name}\n${zh === undefined ? "" : `${shown(zh)}\n`}${shown(en)}\n${facts(en)}`;
};

test.each(Object.entries(more))("what %s says", async (event, bodies) => {
  const given = examples
    .filter(({ name }) => name === event)
    .flatMap(({ examples }) => examples)
    .map((body) => section(event, `${event}${typeof body["action"] === "string" ? `.${body["action"]}` : ""}`, body));
  const made = Object.entries(bodies).map(([name, body]) => section(event, `${event}: ${name}`, body));
  const text = [...new Set([...given, ...made])].join("\n");
  await expect(text).toMatchFileSnapshot(`../golden/github/${event}.txt`);
});

test.each(["check_run", "check_suite", "workflow_job"])("what %s says to a route that names it", async (event) => {
  const bodies = examples.filter(({ name }) => name === event).flatMap(({ examples }) => examples);
  const told = bodies.map((body) => shown(say(event, body, "en", true))).filter((text) => text !== "(says nothing)");
  const text = `${[...new Set(told)].join("\n\n")}\n`;
  await expect(text).toMatchFileSnapshot(`../golden/github/${event}.named.txt`);
});
