import { describe, expect } from "vitest";
import { second } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";
import type { Attempt } from "../support/rig.ts";

const route = { scene: "group", source: "github", open: true, to: ["G1"] } as const;
const routes: Routes = { code: route, jobs: { ...route, only: ["workflow_job"] } };

const common = {
  action: "completed",
  repository: { full_name: "pay/api", html_url: "https://github.com/pay/api" },
  sender: { login: "lin", type: "User" },
};
const ended = { conclusion: "failure", head_branch: "main", head_sha: "d0".repeat(20) };
const app = { name: "GitHub Actions", slug: "github-actions" };
const job = {
  name: "unit",
  workflow_name: "Tests",
  ...ended,
  steps: [{ name: "npm test", conclusion: "failure" }],
};

/** One failed workflow, as GitHub tells it. */
const failure = [
  ["workflow_job", { ...common, workflow_job: job }],
  ["check_run", { ...common, check_run: { name: "unit", ...ended, app } }],
  ["check_suite", { ...common, check_suite: { ...ended, app } }],
  ["workflow_run", { ...common, workflow_run: { name: "Tests", ...ended } }],
] as const;

const comment = (line: number, review = 5) => ({
  ...common,
  action: "created",
  comment: { body: `rename this ${line}`, path: "src/pay.ts", line, pull_request_review_id: review },
  pull_request: { number: 8, title: "Refunds", html_url: "https://github.com/pay/api/pull/8" },
});

describe("what GitHub tells by several events", () => {
  const it = lineTest(routes)
    .extend("send", ({ rig }) => async (event: string, body: object, path = "/group/code") => {
      const headers = { "X-GitHub-Event": event, "X-GitHub-Delivery": crypto.randomUUID() };
      await rig.post(path, body, headers);
      await rig.relay.idle();
    })
    .extend(
      "told",
      ({ rig }) =>
        async () =>
          (await rig.received("group", "G1")).map((attempt: Attempt) => String(attempt.body["content"])),
    );

  it("tells a failed workflow once", async ({ send, told }) => {
    for (const [event, body] of failure) await send(event, body);
    expect(await told()).toEqual([expect.stringContaining("pay/api:main 的 Tests 失败了")]);
  });

  it("tells the job to a route that names it", async ({ send, told }) => {
    for (const [event, body] of failure) await send(event, body, "/group/jobs");
    expect(await told()).toEqual([expect.stringContaining("失败的步骤：npm test")]);
  });

  it("tells a review's comments in one message, with all of them", async ({ rig, send, told }) => {
    for (const line of [1, 2, 3, 4, 5]) await send("pull_request_review_comment", comment(line));
    expect(await told()).toEqual([]);
    rig.setTime(rig.now() + 20 * second);
    await rig.relay.sweep();
    await rig.relay.idle();
    const texts = await told();
    expect(texts).toHaveLength(1);
    expect(texts[0]?.match(/rename this \d/g)).toEqual([1, 2, 3, 4, 5].map((line) => `rename this ${line}`));
    expect(texts[0]?.match(/lin 评论了/g)).toHaveLength(1);
    const states = (await rig.deliveries("group", "G1")).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["sent"]));
  });

  it("keeps the comments of two reviews apart", async ({ rig, send, told }) => {
    await send("pull_request_review_comment", comment(1, 5));
    await send("pull_request_review_comment", comment(2, 6));
    rig.setTime(rig.now() + 20 * second);
    await rig.relay.sweep();
    await rig.relay.idle();
    expect((await told()).join("\n").match(/lin 评论了/g)).toHaveLength(2);
  });
});
