import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { cloudRequest, readCloudCase } from "../support/clouds.ts";
import { lineTest } from "../support/line-fixtures.ts";

const env = { AliSecret: "ali-secret-5d1e", OtherSecret: "other-secret-77" };

const routes: Routes = {
  ali: { scene: "group", source: "cloudmonitor", secret: "AliSecret", to: ["G1"], policy: { proactive: "never" } },
  other: { scene: "group", source: "cloudmonitor", secret: "OtherSecret", to: ["G2"] },
};

const it = lineTest(routes, { env })
  .extend("send", ({ rig }) => async (path: string, name: string, change: object = {}) => {
    const { form, ...rest } = readCloudCase("cloudmonitor", name);
    const { body, headers } = cloudRequest({ ...rest, ...(form && { form: { ...form, ...change } }) });
    const answer = await rig.post(`/group/${path}`, Buffer.from(body).toString("utf8"), headers);
    await rig.relay.idle();
    return answer;
  })
  .extend("told", ({ rig }) => async () => {
    await rig.say("group", "G1");
    return (await rig.received("group", "G1")).map(({ body }) => String(body["content"])).join("\n");
  });

const path = `ali/${env.AliSecret}`;

describe("a rule's callback", () => {
  it("is told with its level and what was measured, and once however often it is sent", async ({ send, told }) => {
    expect(await send(path, "alert")).toMatchObject({ status: 202 });
    expect(await send(`ali?key=${env.AliSecret}`, "alert")).toMatchObject({
      body: { deliveries: [{ state: "repeated" }] },
    });
    const text = await told();
    expect(text).toContain("🚨 ECS_CPU过高触发告警");
    expect(text).toContain("web-01：(Agent)CPU使用率为 95.3%，告警条件 Average > 90");
  });

  it("folds into its end, and leaves another instance's alone", async ({ rig, send, told }) => {
    await send(path, "alert");
    await send(path, "alert", { dimensions: "{instanceId=i-2}", instanceName: "web-02" });
    await send(path, "alert-ok");
    const text = await told();
    expect(text).toContain("✅ ECS_CPU过高已恢复（曾为严重");
    expect(text).toContain("web-02");
    expect((await rig.deliveries("group", "G1")).map(({ state }) => state).toSorted()).toEqual([
      "folded",
      "sent",
      "sent",
    ]);
  });

  it.for(["ali", "ali/guess", `ali/${env.OtherSecret}`, "ali?key=AliSecret", `other/${env.AliSecret}`])(
    "is refused at %s",
    async (wrong, { send, told }) => {
      expect(await send(wrong, "alert")).toMatchObject({ status: 401, body: { error: "unauthorized" } });
      expect(await told()).toBe("");
    },
  );
});
