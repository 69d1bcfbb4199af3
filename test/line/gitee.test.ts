import { describe, expect } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { readCase } from "../support/forges.ts";
import type { JsonObject } from "../support/github.ts";
import { lineTest } from "../support/line-fixtures.ts";
import { signAs } from "../support/sign-as.ts";

const secrets = { GiteeSecret: "gitee-secret" };

const routes: Routes = {
  code: { scene: "group", source: "gitee", secret: "GiteeSecret", to: ["G1"], policy: { proactive: "always" } },
};

const it = lineTest(routes, { patient: true, env: secrets })
  .extend("send", ({ rig }) => async (name: string, headers: Readonly<Record<string, string>> = {}, patch = {}) => {
    const { headers: own, body } = readCase("gitee", name);
    const signed = signAs.gitee(secrets.GiteeSecret, "", new Date(rig.now()));
    return rig.post("/group/code", { ...(body as JsonObject), ...patch }, { ...own, ...signed, ...headers });
  })
  .extend("told", ({ rig }) => async () => {
    await rig.later(20 * second);
    return (await rig.received("group", "G1")).map(({ body }) => String(body["content"]));
  });

describe("a push to Gitee", () => {
  it("is told with its commits and the comparison", async ({ send, told }) => {
    expect((await send("push.two-commits")).status).toBe(202);
    const [text, ...others] = await told();
    expect(others).toEqual([]);
    expect(text).toContain("莫娜 向 octo/app:master 推送了 2 个提交\n3c3c3c3 修复");
    expect(text).toContain("2b2b2b2 加一个测试 (老王)");
    expect(text).toContain("gitee.com/octo/app/compare/");
    expect(text).not.toContain("not-to-be-shown");
  });

  it("that is recorded is told once, whatever else its body says, and is stale after an hour", async ({
    rig,
    send,
    told,
  }) => {
    const signed = signAs.gitee(secrets.GiteeSecret, "", new Date(rig.now()));
    await send("push.two-commits", signed);
    expect((await send("push.two-commits", signed, { compare: "https://evil.example" })).body).toMatchObject({
      deliveries: [{ state: "repeated" }],
    });
    expect(await told()).toHaveLength(1);
    await rig.later(61 * minute);
    expect((await send("push.two-commits", signed)).status).toBe(401);
  });

  it("that a merge made is told by the pull request, with the end of its branch", async ({ send, told }) => {
    await send("push.two-commits");
    await send("merge_request.merge");
    await send("push.branch-deleted", {}, { ref: "refs/heads/fast" });
    const [text, ...others] = await told();
    expect(others).toEqual([]);
    expect(text).toContain("莫娜 合并了 octo/app 的 PR #9：登录提速");
    expect(text).toContain("gitee.com/octo/app/pulls/9");
  });

  it("by a password is told, by another it is not", async ({ send, told }) => {
    const by = (token: string) => ({ "x-gitee-token": token });
    expect((await send("push.two-commits", by("guess"))).status).toBe(401);
    expect((await send("push.two-commits", by(secrets.GiteeSecret))).status).toBe(202);
    expect(await told()).toHaveLength(1);
  });
});
