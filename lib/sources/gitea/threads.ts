import { isObject } from "../../base/is-object.ts";
import type { AsGithub, Json } from "../github/as-github.ts";
import { listOf, memberOf, textOf } from "./members.ts";

/** Gitea's words for actions that GitHub has another for. */
const actions: Readonly<Record<string, string>> = { synchronized: "synchronize" };

export function issues(json: Json): AsGithub {
  const issue = issueOf(json);
  return { event: "issues", body: { ...json, issue, ...aboutOf(json, issue) } };
}

/** Of newer versions `is_pull` says what the issue is. */
export function issueComment(json: Json): AsGithub {
  const issue = issueOf(json);
  const pull = issue["pull_request"] ?? (json["is_pull"] === true ? memberOf(json, "pull_request") : undefined);
  return { event: "issue_comment", body: { ...json, issue: { ...issue, pull_request: pull } } };
}

export function pullRequest(json: Json): AsGithub {
  const pull = pullOf(json);
  const action = textOf(json, "action");
  return {
    event: "pull_request",
    body: { ...json, pull_request: pull, ...aboutOf(json, pull), ...(action && { action: actions[action] ?? action }) },
  };
}

/** Older versions tell no page. */
function issueOf(json: Json): Json {
  const issue = memberOf(json, "issue");
  const page = textOf(memberOf(json, "repository"), "html_url");
  const link = textOf(issue, "html_url") ?? (page && `${page}/issues/${String(issue["number"])}`);
  return { ...issue, html_url: link };
}

/** By the number that its repository counts, and with a fork's branch named by its owner. */
export function pullOf(json: Json): Json {
  const pull = memberOf(json, "pull_request");
  const [head, base] = [memberOf(pull, "head"), memberOf(pull, "base")];
  const [repo, branch] = [memberOf(head, "repo"), textOf(head, "ref")];
  const owner = textOf(memberOf(repo, "owner"), "login");
  const isFork = repo["full_name"] !== memberOf(base, "repo")["full_name"];
  return {
    ...pull,
    ...(json["number"] !== undefined && { number: json["number"] }),
    ...(isFork && owner && branch && { head: { ...head, label: `${owner}:${branch}` } }),
  };
}

const named = (list: readonly unknown[], name: string): string =>
  list
    .flatMap((each) => (isObject(each) ? (textOf(each, name) ?? []) : []))
    .slice(0, 5)
    .join(", ");

/** What some actions are about, which Gitea tells as the thread has it now, and with every action. */
function aboutOf(json: Json, thread: Json): Json {
  const action = textOf(json, "action");
  const [people, labels] = [named(listOf(thread, "assignees"), "login"), named(listOf(thread, "labels"), "name")];
  if (action === "assigned") return people === "" ? {} : { assignee: { login: people } };
  if (action === "label_updated") return labels === "" ? {} : { label: { name: labels } };
  return action === "milestoned" ? { milestone: thread["milestone"] } : {};
}
