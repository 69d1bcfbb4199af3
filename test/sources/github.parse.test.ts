import { describe, expect, test } from "vitest";
import { isRefusal } from "../../lib/model/refusal.ts";
import { githubFormat } from "../../lib/sources/github/format.ts";
import { example, githubInbound, type JsonObject, say } from "../support/github.ts";
import { commits } from "./github-cases.ts";

const push = example(
  "push",
  { commits: commits(2), ref: "refs/heads/release/1.0" },
  (body) => body["deleted"] === false,
);
const star = example("star");
const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
const formOf = (body: JsonObject): string => new URLSearchParams({ payload: JSON.stringify(body) }).toString();

test("a JSON body is read whole", () => {
  expect(githubFormat.parse(githubInbound("push", push), {})).toEqual({
    event: "push",
    id: "d-1",
    branch: "release/1.0",
    bot: false,
    body: push,
  });
});

test("a form is read as its payload", () => {
  const read = githubFormat.parse(githubInbound("push", formOf(push), form), {});
  expect(read).toEqual(githubFormat.parse(githubInbound("push", push), {}));
});

test("without a delivery id two equal bodies share their content", () => {
  const [first, again, other] = [star, star, { ...star, action: "deleted" }].map((body) =>
    githubFormat.parse(githubInbound("star", body, { "x-github-delivery": "" }), {}),
  );
  expect(first).not.toHaveProperty("id");
  expect(first).toHaveProperty("content", (again as { content: string }).content);
  expect(first).not.toHaveProperty("content", (other as { content: string }).content);
});

const pull = example("pull_request", { pull_request: { base: { ref: "main" } } });

test.each([
  ["push to a tag", "push", example("push", { ref: "refs/tags/v1" }), undefined],
  ["pull_request", "pull_request", pull, "main"],
  ["pull_request_review", "pull_request_review", example("pull_request_review"), "master"],
  ["pull_request_review_comment", "pull_request_review_comment", example("pull_request_review_comment"), "master"],
  ["pull_request_review_thread", "pull_request_review_thread", example("pull_request_review_thread"), "master"],
  ["workflow_job", "workflow_job", example("workflow_job", { workflow_job: { head_branch: "dev" } }), "dev"],
  ["check_suite", "check_suite", example("check_suite"), "changes"],
  ["check_run", "check_run", example("check_run"), "changes"],
  ["create of a branch", "create", example("create", { ref: "fix", ref_type: "branch" }), "fix"],
  ["delete of a tag", "delete", example("delete"), undefined],
  ["status of one branch", "status", example("status", { branches: [{ name: "main" }] }), "main"],
  ["status of several", "status", example("status"), undefined],
  ["issues", "issues", example("issues"), undefined],
] as const)("the branch of %s", (_, event, body, branch) => {
  const parsed = githubFormat.parse(githubInbound(event, body), {});
  expect(isRefusal(parsed)).toBe(false);
  expect((parsed as { branch?: string }).branch).toBe(branch);
});

test.each([
  [{ login: "dependabot[bot]", type: "Bot" }, true],
  [{ login: "renovate[bot]" }, true],
  [{ login: "robot", type: "User" }, false],
  [null, false],
] as const)("whether %j is a bot", (sender, bot) => {
  expect(githubFormat.parse(githubInbound("star", { ...star, sender }), {})).toMatchObject({ bot });
});

describe("bad input is refused with the place of its fault", () => {
  const latin = new Uint8Array([...new TextEncoder().encode('{"zen":"'), 0xe9, ...new TextEncoder().encode('"}')]);
  const deep = `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  const faulty = { ...push, commits: [{ id: "1", message: 7 }] };
  test.each([
    ["no event header", ["", star, {}], "unreadable", /^header X-GitHub-Event is missing/],
    ["an odd event header", ["push\u0007", star, {}], "unreadable", /^header X-GitHub-Event is not/],
    ["not UTF-8", ["star", latin, {}], "unreadable", /UTF-8/],
    ["an empty body", ["star", "", {}], "unreadable", /^body is empty/],
    [
      "cut off",
      ["push", JSON.stringify(push).slice(0, 500), {}],
      "unreadable",
      /^body is not JSON: .* after|line 1 column/,
    ],
    ["not JSON", ["push", "ref=main", {}], "unreadable", /^body is not JSON: fault at line 1 column 1 · /],
    ["too deep", ["push", deep, {}], "unreadable", /deeper than 100/],
    ["a list", ["push", "[]", {}], "invalid", /^body: expected object, received array · /],
    ["null", ["ping", "null", {}], "invalid", /^body: expected object, received null · /],
    [
      "a prototype key",
      ["star", '{"sender":{"__proto__":{"type":"Bot"}}}', {}],
      "invalid",
      /^body\.sender\.__proto__:/,
    ],
    [
      "a message that is no text",
      ["push", faulty, {}],
      "invalid",
      /^body\.commits\[0\]\.message: expected string, received number · /,
    ],
    [
      "no repository",
      ["push", { ref: "refs/heads/main" }, {}],
      "invalid",
      /^body\.repository: expected object, received undefined · /,
    ],
    ["an action that is no text", ["milestone", { action: 1 }, {}], "invalid", /^body\.action: expected string/],
    ["a form without payload", ["push", "a=b", form], "invalid", /^body\.payload: missing/],
    ["a form with half a payload", ["push", formOf(push).slice(0, 300), form], "unreadable", /^body is not JSON/],
    [
      "a form in another encoding",
      ["push", "payload=%C4%E3", form],
      "unreadable",
      /^form field "payload" is not valid UTF-8/,
    ],
  ] as const)("%s", (_, [event, body, headers], refusal, message) => {
    const refused = githubFormat.parse(githubInbound(event, body, headers), {});
    expect(refused).toMatchObject({ refusal, message: expect.stringMatching(message) });
  });
});

test("an event named like a property of objects is only an unknown event", () => {
  expect(githubFormat.parse(githubInbound("constructor", star), {})).toMatchObject({ event: "constructor" });
});

test("half a character in a branch's name breaks neither its words nor its address", () => {
  const notice = say("create", example("create", { ref: "fix/\uD83D", ref_type: "branch" }), "en");
  expect(notice).toMatchObject({ link: expect.stringMatching(/\/tree\/fix\/%EF%BF%BD$/) });
});
