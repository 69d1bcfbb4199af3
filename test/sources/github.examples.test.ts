import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { githubFormat } from "../../lib/sources/github/format.ts";
import { alertBody } from "./github-cases.ts";
import { noticeFaults } from "./notice-faults.ts";
import { examples, githubInbound, say } from "../support/github.ts";

const bodies = examples.flatMap(({ name, examples }) => examples.map((body, index) => ({ event: name, index, body })));

test("every example of GitHub is read and told in both languages", () => {
  expect(bodies).toHaveLength(329);
  const faults = bodies.flatMap(({ event, index, body }) =>
    languages.flatMap((language) => {
      const notice = say(event, body, language);
      if (notice === undefined) return [];
      if (isRefusal(notice)) return [`${event} ${index}: ${notice.message}`];
      const named = !/undefined|null|NaN|\[object/.test([notice.title, ...notice.lines].join(" "));
      const broken = [...noticeFaults(notice), ...(named ? [] : ["a missing value in words"])];
      return broken.map((fault) => `${event} ${index} ${language}: ${fault}: ${notice.title}`);
    }),
  );
  expect(faults).toEqual([]);
});

const silent = bodies.filter(({ event, body }) => say(event, body, "zh") === undefined);

test("pushes without commits and deleted refs say nothing, others do", () => {
  const pushes = bodies.filter(({ event }) => event === "push");
  const empty = pushes.filter(({ body }) => body["deleted"] === true || JSON.stringify(body["commits"]) === "[]");
  expect(empty.length).toBeGreaterThan(0);
  expect(silent.filter(({ event }) => event === "push")).toEqual(empty);
});

test("what says nothing is no more than this", () => {
  const kinds = new Set(
    silent.map(({ event, body }) => (typeof body["action"] === "string" ? `${event}.${body["action"]}` : event)),
  );
  expect([...kinds].toSorted()).toEqual([
    "check_run.completed",
    "check_run.created",
    "check_run.requested_action",
    "check_run.rerequested",
    "check_suite.completed",
    "check_suite.requested",
    "check_suite.rerequested",
    "deployment_status.created",
    "discussion_comment.edited",
    "page_build",
    "ping",
    "pull_request_review.submitted",
    "push",
    "release.created",
    "release.edited",
    "release.prereleased",
    "star.deleted",
    "watch.started",
    "workflow_job.completed",
    "workflow_job.in_progress",
    "workflow_job.queued",
    "workflow_job.waiting",
    "workflow_run.requested",
  ]);
});

test("the event of a notice is the one that routes filter by", () => {
  const parsed = githubFormat.parse(
    githubInbound("issues", { ...bodies.find(({ event }) => event === "issues")?.body }),
    {},
  );
  if (isRefusal(parsed)) throw new Error(parsed.message);
  const notice = githubFormat.map(parsed, { language: "zh", at: new Date(0), timeZone: "Asia/Shanghai" });
  expect(notice?.event).toBe(`${parsed.event}.${parsed.action}`);
});

test("a leaked secret is never told", () => {
  const body = alertBody("secret_scanning_alert", {});
  expect(JSON.stringify(body)).toContain("ghp_never_to_be_told");
  expect(JSON.stringify(say("secret_scanning_alert", body, "en"))).not.toContain("ghp_");
});

test("a fork's main is neither filtered nor folded as ours", () => {
  const ours = bodies.find(({ event, index }) => event === "workflow_run" && index === 1)?.body ?? {};
  const run = {
    ...(ours["workflow_run"] as object),
    head_repository: { full_name: "eve/octo-repo", owner: { login: "eve" } },
  };
  const forks = { ...ours, workflow_run: run };
  const [own, foreign] = [ours, forks].map((body) => githubFormat.parse(githubInbound("workflow_run", body), {}));
  expect(own).toMatchObject({ branch: "master" });
  expect(foreign).toMatchObject({ branch: "eve:master" });
  expect(say("workflow_run", ours, "en")).not.toHaveProperty(
    "key",
    (say("workflow_run", forks, "en") as { key: string }).key,
  );
});
