import { describe, expect } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { badBodies } from "../sources/bad-bodies.ts";
import type { JsonObject } from "../support/github.ts";
import { readCase } from "../support/gitlab.ts";
import { lineTest } from "../support/line-fixtures.ts";
import { signAs } from "../support/sign-as.ts";

const secret = `whsec_${Buffer.from("0123456789abcdef0123456789abcdef").toString("base64")}`;
const secrets = { GitlabToken: secret, OtherToken: "another-token" };

const routes: Routes = {
  code: { scene: "group", source: "gitlab", secret: "GitlabToken", to: ["G1"] },
  later: { scene: "group", source: "gitlab", secret: "GitlabToken", to: ["G2"], policy: { proactive: "never" } },
  other: { scene: "group", source: "gitlab", secret: "OtherToken", to: ["G3"] },
};

let sentSoFar = 0;

const it = lineTest(routes, { patient: true, env: secrets })
  .extend("send", ({ rig }) => async (route: string, body: JsonObject, headers: Record<string, string> = {}) => {
    const ids = { "idempotency-key": `k-${(sentSoFar += 1)}`, "x-gitlab-token": secret };
    return rig.post(`/group/${route}`, body, { "x-gitlab-event": "System Hook", ...ids, ...headers });
  })
  .extend("speak", ({ rig }) => async (group: string) => {
    await rig.sim("say", { scene: "group", target: group, text: "在吗", user: "3" });
    await rig.later(second);
  })
  .extend("told", ({ rig }) => async (group: string) => {
    await rig.later(20 * second);
    return (await rig.received("group", group)).map(({ body }) => JSON.stringify(body));
  });

const bodyOf = (name: string): JsonObject => readCase(name).body;

const changed = (body: JsonObject, patch: JsonObject): JsonObject => ({
  ...body,
  object_attributes: { ...(body["object_attributes"] as JsonObject), ...patch },
});

describe("a merge request", () => {
  const merged = bodyOf("merge-request.merged");
  const opened = changed(merged, { action: "open", state: "opened", merge_commit_sha: null });
  const pushed = bodyOf("push.three-commits");
  const branchGone = { ...bodyOf("push.branch-gone"), ref: "refs/heads/prices" };

  it("is told as it opens, and its merge once, with the commits of the push to its target", async ({
    rig,
    send,
    speak,
    told,
  }) => {
    await send("code", opened);
    const [first, ...more] = await told("G1");
    expect(more).toEqual([]);
    expect(first).toContain("李雷 在 shop/web/app 提了 MR !12：Round prices half up");
    await rig.later(10 * minute);
    for (const body of [pushed, merged, branchGone]) {
      await send("code", body);
      await rig.later(second);
    }
    await speak("G1");
    const [, merge, ...others] = await told("G1");
    expect(others).toEqual([]);
    for (const said of ["李雷 合并了 shop/web/app 的 MR !12", "a1b2c31 feat: 支付页改用新接口", "merge_requests/12"])
      expect(merge).toContain(said);
    expect(merge).not.toContain("Merge branch");
  });

  it("tells new commits by their push alone", async ({ send, told }) => {
    const last = (pushed["after"] ?? "") as string;
    await send("code", { ...pushed, ref: "refs/heads/prices" });
    await send("code", changed(bodyOf("merge-request.new-commits"), { last_commit: { id: last } }));
    const texts = await told("G1");
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("向 shop/web/app:prices 推送了 3 个提交");
  });
});

describe("a pipeline", () => {
  it("that failed is told, and then that it passes again", async ({ rig, send, speak, told }) => {
    await send("code", bodyOf("pipeline.failed"));
    expect(await told("G1")).toEqual([expect.stringMatching(/❌.*流水线 #310 失败了.*失败的作业：unit 1\/2、e2e/s)]);
    await rig.later(10 * minute);
    await send("code", changed(bodyOf("pipeline.passed"), { id: 311 }));
    await speak("G1");
    expect(await told("G1")).toEqual([expect.anything(), expect.stringMatching(/✅.*流水线 #311 通过了/s)]);
  });

  it("that passes before anyone was told is one notice, that of the end", async ({ send, speak, told }) => {
    await send("later", bodyOf("pipeline.failed"));
    await send("later", changed(bodyOf("pipeline.passed"), { id: 311 }));
    await speak("G2");
    const texts = await told("G2");
    expect(texts).toEqual([expect.stringContaining("流水线 #311 通过了")]);
    expect(texts[0]).not.toContain("#310");
  });
});

describe("a request", () => {
  const body = bodyOf("issue.closed");

  it("that GitLab sends again is told once", async ({ send, told }) => {
    for (const _ of [1, 2]) expect((await send("code", body, { "idempotency-key": "same" })).status).toBe(202);
    expect(await told("G1")).toHaveLength(1);
  });

  it("that was recorded is told once, whatever other id it is given", async ({ rig, send, told }) => {
    const signed = signAs["standard-webhooks"](secret, JSON.stringify(body), new Date(rig.now()));
    const bare = { "x-gitlab-token": "" };
    expect((await send("code", body, { ...bare, ...signed })).status).toBe(202);
    expect((await send("code", body, { ...bare, ...signed })).status).toBe(202);
    expect(await told("G1")).toHaveLength(1);
    await rig.later(6 * minute);
    expect((await send("code", body, { ...bare, ...signed })).status).toBe(401);
  });

  it.for<[string, Record<string, string>]>([
    ["without a token", { "x-gitlab-token": "" }],
    ["with a wrong token", { "x-gitlab-token": "guess" }],
    ["with another route's token", { "x-gitlab-token": secrets.OtherToken }],
    ["with the token's name", { "x-gitlab-token": "GitlabToken" }],
    ["with a wrong signature", { "x-gitlab-token": "", ...signAs["standard-webhooks"]("guess", "{}", new Date()) }],
  ])("%s is refused", async ([, headers], { send, told }) => {
    const { status, body: answer } = await send("code", body, headers);
    expect(status).toBe(401);
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(await told("G1")).toEqual([]);
  });

  it("with a body that is none is refused with 400, never a fault of ours", async ({ rig }) => {
    for (const [, bad] of badBodies) {
      const answer = await fetch(`${rig.relay.url}/group/code`, {
        method: "POST",
        headers: { "x-gitlab-token": secret, "x-gitlab-event": "Push Hook" },
        body: Buffer.from(bad),
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
  });
});
