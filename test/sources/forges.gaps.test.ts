import { expect, it } from "vitest";
import { isObject } from "../../lib/base/is-object.ts";
import { languages } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import { readCase as readForge, say as sayForge } from "../support/forges.ts";
import { readCase as readGitlab, say as sayGitlab } from "../support/gitlab.ts";

/** A body without one of its members, which `path` leads to. */
function without(body: unknown, path: string, value?: null | ""): unknown {
  const [name = "", ...rest] = path.split(".");
  if (!isObject(body)) return body;
  const { [name]: member, ...others } = body;
  if (rest.length > 0) return { ...others, [name]: without(member, rest.join("."), value) };
  return value === undefined ? others : { ...others, [name]: value };
}

/** What stands for nothing. */
const nothing = /undefined|null|\(\s*\)|（\s*）/;

const gitlab = [
  ["note.on-a-line", "merge_request.iid"],
  ["note.internal-to-a-route-that-names-it", "issue.iid"],
  ["note.on-a-snippet", "snippet.id"],
  ["vulnerability.confirmed", "object_attributes.state"],
  ["merge-request.approval-taken-back", "object_attributes.action"],
  ["issue.assigned", "object_attributes.action"],
] as const;

const forges = [
  ["gitea", "pull_request.opened-from-a-fork", "pull_request.head.ref"],
  ["gitea", "issues.demilestoned", "action"],
  ["gitee", "issue.assign", "action"],
  ["coding", "merge_request.merge", "action"],
] as const;

const gaps = [undefined, null, ""] as const;

/** The words of a notice; none of what is refused, or says nothing. */
const wordsOf = (said: Notice | Refusal | undefined): readonly string[] =>
  said === undefined || isRefusal(said) ? [] : [said.title, ...said.lines];

it.each(gitlab.flatMap(([name, path]) => gaps.map((gap) => [name, path, gap] as const)))(
  "GitLab's %s with its %s %j says nothing of it",
  (name, path, gap) => {
    const body = without(readGitlab(name).body, path, gap);
    const told = languages.flatMap((language) => wordsOf(sayGitlab(body, { language })));
    expect(told.join("\n")).not.toMatch(nothing);
  },
);

it.each(forges.flatMap(([forge, name, path]) => gaps.map((gap) => [forge, name, path, gap] as const)))(
  "%s's %s with its %s %j says nothing of it",
  async (forge, name, path, gap) => {
    const request = readForge(forge, name);
    const body = without(request.body, path, gap);
    const told = await Promise.all(languages.map((language) => sayForge(forge, { ...request, body }, { language })));
    expect(told.flatMap(wordsOf).join("\n")).not.toMatch(nothing);
  },
);
