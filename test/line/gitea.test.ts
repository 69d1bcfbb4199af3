import { describe, expect } from "vitest";
import { second } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { readCase } from "../support/forges.ts";
import type { JsonObject } from "../support/github.ts";
import { lineTest } from "../support/line-fixtures.ts";
import { signAs } from "../support/sign-as.ts";

const secrets = { GiteaSecret: "gitea-secret", OtherSecret: "another-secret" };

const routes: Routes = {
  code: {
    scene: "group",
    source: ["github", "gitea"],
    secret: "GiteaSecret",
    to: ["G1"],
    policy: { proactive: "always" },
  },
};

const it = lineTest(routes, { patient: true, env: secrets })
  .extend("send", ({ rig }) => async (name: string, patch: JsonObject = {}, secret = secrets.GiteaSecret) => {
    const { headers, body } = readCase("gitea", name);
    const told = { ...(body as JsonObject), ...patch };
    const sent = { ...headers, "x-gitea-delivery": name, ...signAs.gitea(secret, JSON.stringify(told), new Date()) };
    return rig.post("/group/code", told, sent);
  })
  .extend("told", ({ rig }) => async () => {
    await rig.later(20 * second);
    return (await rig.received("group", "G1")).map(({ body }) => String(body["content"]));
  });

describe("a push to Gitea", () => {
  it("is told with its commits and the comparison, once though it is sent again", async ({ send, told }) => {
    expect((await send("push.two-commits")).status).toBe(202);
    expect((await send("push.two-commits")).body).toMatchObject({ deliveries: [{ state: "repeated" }] });
    const [text, ...others] = await told();
    expect(others).toEqual([]);
    expect(text).toContain("mona 向 octo/app:main 推送了 2 个提交\n3c3c3c3 修复登录页的空白\n2b2b2b2 Add a test");
    expect(text).toContain("git.example.org/octo/app/compare/");
  });

  it("that a merge made is told by the pull request, with the end of its branch", async ({ rig, send, told }) => {
    await send("push.two-commits");
    await rig.later(second);
    await send("pull_request.merged");
    await send("delete.tag", { ref: "fast", ref_type: "branch" });
    const [text, ...others] = await told();
    expect(others).toEqual([]);
    expect(text).toContain("mona 合并了 octo/app 的 PR #4：Faster start");
    expect(text).toContain("3c3c3c3 修复登录页的空白");
    expect(text).toContain("octo/app/pulls/4");
  });

  it("that is the first of a branch is told with the branch", async ({ send, told }) => {
    await send("create.branch", { ref: "fix/登录" });
    await send("push.first-of-a-branch");
    expect(await told()).toEqual([expect.stringContaining("mona 向新分支 octo/app:fix/登录 推送了 2 个提交")]);
  });

  it("by another secret is refused, and told to nobody", async ({ send, told }) => {
    expect((await send("push.two-commits", {}, secrets.OtherSecret)).status).toBe(401);
    expect(await told()).toEqual([]);
  });

  it("without a body that fits is refused by the place of its fault", async ({ send }) => {
    const { status, body } = await send("push.two-commits", { ref: 7 });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain("body.ref");
  });
});
