import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Inbound } from "../../lib/model/inbound.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { eventNames } from "../../lib/sources/gitlab/event-names.ts";
import { gitlabFormat } from "../../lib/sources/gitlab/format.ts";
import { gitlabFolder, readCase } from "../support/gitlab.ts";
import type { JsonObject } from "../support/github.ts";
import { inboundOf } from "../support/inbound.ts";
import { badBodies } from "./bad-bodies.ts";

const read = (body: unknown, headers: Inbound["headers"] = {}) =>
  gitlabFormat.parse(inboundOf({ headers, body: JSON.stringify(body) }), {});

const bodyOf = (name: string): JsonObject => readCase(name).body;

const names = readdirSync(gitlabFolder).flatMap((file) => /^([\w.-]+)\.json$/.exec(file)?.[1] ?? []);

test("a body is handed on whole", () => {
  const push = bodyOf("push.three-commits");
  expect(read(push, { "idempotency-key": "k-1" })).toEqual({
    event: "push",
    id: "k-1",
    branch: "main",
    bot: false,
    body: push,
  });
});

test("what a system hook leaves out is found in it and in GitLab's own address", () => {
  const created = bodyOf("system.project-created");
  const from = (instance: string) => read(created, { "x-gitlab-instance": instance });
  const project = { path_with_namespace: "shop/web/app" };
  const web = { web_url: "https://git.example/shop/web/app" };
  expect(from("https://git.example/")).toMatchObject({
    body: { ...created, project: { ...project, ...web }, instance: "https://git.example" },
  });
  expect(from("javascript:alert(1)")).toMatchObject({ body: { ...created, project } });
  expect(from("javascript:alert(1)")).not.toHaveProperty("body.instance");
});

test.each([
  ["the signed id before all", { "webhook-id": "w-1", "idempotency-key": "k-1" }, "w-1"],
  ["the key of a retry", { "idempotency-key": "k-1", "x-gitlab-event-uuid": "e-1" }, "k-1"],
  [
    "no UUID, which are new with every try",
    { "x-gitlab-event-uuid": "e-1", "x-gitlab-webhook-uuid": "u-1" },
    undefined,
  ],
  ["nor an empty key", { "idempotency-key": " " }, undefined],
])("a delivery is known by %s", (_, headers, id) => {
  const parsed = read(bodyOf("push.three-commits"), headers);
  expect("id" in parsed ? parsed.id : undefined).toBe(id);
  expect("content" in parsed).toBe(id === undefined);
});

test.each([
  ["push.branch-gone", "fix/登录"],
  ["tag.annotated", undefined],
  ["merge-request.merged", "main"],
  ["note.on-a-line", "main"],
  ["note.on-an-issue-edited", undefined],
  ["pipeline.of-a-merge-request", "prices"],
  ["pipeline.of-a-tag", undefined],
  ["job.failed", "main"],
  ["deployment.up", "main"],
  ["system.repository-updated", "main"],
  ["system.repository-updated-several", undefined],
  ["issue.opened", undefined],
])("the branch of %s", (name, branch) => {
  const parsed = read(bodyOf(name));
  expect(isRefusal(parsed)).toBe(false);
  expect("branch" in parsed ? parsed.branch : undefined).toBe(branch);
});

test.each([
  ["project_7_bot_9f86d081884c7d65", true],
  ["group_12_bot", true],
  ["service_account_group_9_f0e1", true],
  ["renovate-bot", true],
  ["ann", false],
  ["abbott", false],
  [undefined, false],
])("whether %s is a bot", (username, bot) => {
  expect(read({ ...bodyOf("merge-request.closed"), user: { name: "x", username } })).toMatchObject({ bot });
  expect(read({ ...bodyOf("push.three-commits"), user_username: username })).toMatchObject({ bot });
});

test.each([
  ["a mark alone", { confidential: true }, "issue", "confidential_issue"],
  ["its type alone", {}, "confidential_issue", "confidential_issue"],
  ["nothing", {}, "issue", "issue"],
])("an issue is confidential by %s", (_, marks, type, event) => {
  const issue = bodyOf("issue.opened");
  const told = { ...(issue["object_attributes"] as JsonObject), ...marks };
  expect(read({ ...issue, event_type: type, object_attributes: told })).toMatchObject({ event, action: "open" });
});

test("filters may name every event and action of the goldens", () => {
  const sent = names.flatMap((name) => {
    const parsed = read(bodyOf(name));
    return isRefusal(parsed) || name.startsWith("other.of-next-year") ? [] : [[parsed.event, parsed.action] as const];
  });
  expect(sent.length).toBeGreaterThan(90);
  const unknown = sent.filter(([event, action]) => {
    const actions = eventNames[event];
    return actions === undefined || (actions !== true && action !== undefined && !actions.includes(action));
  });
  expect(unknown).toEqual([]);
});

test.each(badBodies)("%s is refused with a reason", (_, body) => {
  const refused = gitlabFormat.parse(inboundOf({ headers: { "x-gitlab-event": "Push Hook" }, body }), {});
  expect(refused).toMatchObject({ message: expect.stringMatching(/^(body|form).* · .*\p{Script=Han}/su) });
});

test.each([
  ["no project", { object_kind: "push", ref: "refs/heads/main" }, /^body\.project: expected object/],
  ["a ref that is a number", { ...bodyOf("push.three-commits"), ref: 7 }, /^body\.ref: expected string/],
  [
    "a merge request without a number",
    { ...bodyOf("merge-request.closed"), object_attributes: {} },
    /^body\.object_attributes\.iid:/,
  ],
  ["a name that is none", { object_kind: "Push Hook" }, /^body: neither object_kind nor event_name/],
])("%s is refused with the place of its fault", (_, body, message) => {
  expect(read(body)).toMatchObject({ refusal: "invalid", message: expect.stringMatching(message) });
});

test("an event named like a property of objects is only an unknown event", () => {
  expect(read({ object_kind: "constructor" })).toMatchObject({ event: "constructor" });
});
