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

/** Bodies that the examples lack, by event, beside every example. */
const more: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> = {
  push: {
    "three commits of two authors": example(
      "push",
      { commits: commits(3), created: false, ref: "refs/heads/main" },
      hasCommits,
    ),
    "twelve commits": example("push", { commits: commits(12), created: false, ref: "refs/heads/main" }, hasCommits),
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
    "closed as not planned": issueBody({ action: "closed", issue: { state_reason: "not_planned" } }),
    "title edited": issueBody({ action: "edited", changes: { title: { from: "Spelling" } } }),
  },
  issue_comment: {
    "on a pull request, with an image": example("issue_comment", {
      issue: { pull_request: { url: "https://api.github.com/repos/Codertocat/Hello-World/pulls/1" } },
      comment: { body: "Before:\n![shot](https://user-images.example/1.png)\nAfter: fine" },
    }),
    long: example("issue_comment", { comment: { body: `${"很长的一行 ".repeat(50)}\nsecond` } }),
  },
  commit_comment: {},
  release: {
    "with notes": releaseBody({
      release: { tag_name: "v1.2.0", name: "Spring", body: "## Changes\n- faster\n- smaller\n- more" },
    }),
    "pre-release": releaseBody({ release: { tag_name: "v2.0.0-rc.1", prerelease: true } }),
    unpublished: releaseBody({ action: "unpublished" }),
  },
  workflow_run: Object.fromEntries(
    ["failure", "timed_out", "startup_failure", "action_required", "cancelled", "skipped", "success", "neutral"].map(
      (conclusion) => [conclusion, runBody({ workflow_run: { name: "CI", conclusion } })],
    ),
  ),
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
  create: { branch: example("create", { ref: "fix/登录", ref_type: "branch" }) },
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
