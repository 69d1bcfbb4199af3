import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { codeLifetime } from "../../lib/policy/command/pairing.ts";
import { lineTest } from "../support/line-fixtures.ts";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  alerts: { scene: "group", source: "generic", open: true, to: ["G1"] },
  news: { scene: "channel", source: "generic", open: true, to: [{ id: "101", guild: "7" }] },
  paired: { scene: "group", source: "generic", open: true, to: "bound" },
};

const hour = 3_600_000;

/** Someone speaks in a role; the answers are what QQ was sent since. */
const speaking = lineTest(routes)
  .extend("say", ({ rig }) => async (scene: SceneName, target: string, text: string, role?: string) => {
    const before = (await rig.received(scene, target)).length;
    await rig.sim("say", { scene, target, text, user: "3", ...(role !== undefined && { role }) });
    await rig.relay.idle();
    const told = (await rig.received(scene, target)).slice(before);
    return told.map(({ body }) => String(body["content"])).join("\n");
  })
  .extend("send", ({ rig }) => async (path: string, body: object) => {
    await rig.post(path, body);
    await rig.relay.idle();
  });

describe("who may change something", () => {
  const it = speaking;

  it.for([
    ["group", "G1"],
    ["channel", "101"],
  ] as const)("in a %s: a member reads, an admin changes", async ([scene, target], { rig, say }) => {
    expect(await say(scene, target, "状态", "member")).toContain("没有积压的通知");
    expect(await say(scene, target, "静音 2h", "member")).toBe("⚠️ 这条命令只有管理员能用");
    expect(await say(scene, target, "解绑", "member")).toBe("⚠️ 这条命令只有管理员能用");
    expect((await rig.store.load({ scene, id: target }, rig.now())).state).not.toHaveProperty("hushedUntil");
    expect(await say(scene, target, "静音 2h", "admin")).toContain("好，静音到");
    expect(await say(scene, target, "取消静音", "owner")).toBe("已取消静音");
  });

  it("the simulator's people are owners unless it is said otherwise", async ({ say }) => {
    expect(await say("group", "G1", "静音 2h")).toContain("好，静音到");
  });

  it("who holds a code may use it, whatever the role", async ({ rig, say }) => {
    await rig.store.createCode("paired", "ABCD2345", rig.now() + codeLifetime);
    expect(await say("group", "G9", "绑定 ABCD2345", "member")).toContain("绑定好了");
    expect(await rig.store.readBindings("paired")).toEqual([{ scene: "group", id: "G9" }]);
  });

  it("where QQ does not tell the role, that is said", async ({ rig, say }) => {
    const author = { id: "M", member_openid: "M", username: "x", bot: false };
    const d = { id: "ROBOT1.0_1", author, content: "静音", group_openid: "G1", message_type: 0, mentions: [] };
    await rig.sim("event", {
      t: "GROUP_AT_MESSAGE_CREATE",
      d: { ...d, timestamp: new Date(rig.now()).toISOString() },
    });
    await rig.relay.idle();
    const [answer] = await rig.deliveries("group", "G1");
    expect(answer?.notice).toMatchObject({
      event: "answer.not-allowed",
      title: expect.stringContaining("QQ 没有告诉我"),
    });
    expect((await rig.store.load({ scene: "group", id: "G1" }, rig.now())).state).not.toHaveProperty("hushedUntil");
    expect(await say("group", "G1", "状态")).not.toContain("静音到");
  });
});

describe("who may change something, where the settings say everyone", () => {
  const it = lineTest(routes, { settings: { commands: "everyone" } });

  it("is everyone", async ({ rig }) => {
    await rig.sim("say", { scene: "group", target: "G1", text: "静音 2h", role: "member" });
    await rig.relay.idle();
    expect((await rig.store.load({ scene: "group", id: "G1" }, rig.now())).state).toHaveProperty("hushedUntil");
  });
});

describe("what people are told", () => {
  const it = speaking;

  it.for(["绑定", "静音到明天早上", "静音：2h", "关闭静音", "菜单", "额度", "stauts"])(
    "%s: that it was not understood, in one line",
    async (text, { say }) => {
      expect(await say("group", "G1", text)).toBe("没听懂，发“帮助”看看");
    },
  );

  it("what talk merely sounds like is not answered", async ({ say }) => {
    expect(await say("group", "G1", "帮助我看看构建")).toBe("");
  });

  it("帮助: the routes of this conversation", async ({ say }) => {
    expect(await say("group", "G1", "帮助")).toContain("发到这里的路由：ci、alerts");
    expect(await say("group", "G9", "帮助")).toContain("现在没有路由发到这里");
  });

  it("while muted, what is held and how to get it; what is critical passes", async ({ rig, say, send }) => {
    expect(await say("group", "G1", "静音 2h")).toMatch(/^好，静音到今天 14:00\n通知先存着，严重告警照发/);
    await send("/group/ci", { title: "构建失败", level: "error" });
    const before = (await rig.received("group", "G1")).length;
    await send("/group/alerts", { title: "机房断电", level: "critical" });
    const [critical] = (await rig.received("group", "G1")).slice(before);
    expect(critical?.body["content"]).toContain("机房断电");
    expect(await say("group", "G1", "摘要")).toBe("静音中（到 14:00），存着 1 条，发“取消静音”马上发");
    expect(await say("group", "G1", "取消静音")).toMatch(/已取消静音[^]*构建失败/);
  });

  it("while all is muted, what is critical waits too", async ({ rig, say, send }) => {
    expect(await say("group", "G1", "静音 全部 2h")).toContain("严重告警也先存着");
    const before = (await rig.attempts("group", "G1")).length;
    await send("/group/alerts", { title: "机房断电", level: "critical" });
    expect(await rig.attempts("group", "G1")).toHaveLength(before);
    expect(await say("group", "G1", "静音 1h")).toMatch(/严重告警照发[^]*机房断电/);
    rig.setTime(rig.now() + hour);
  });

  it("a mute of one route alone is told as its own", async ({ say, send }) => {
    await say("group", "G1", "静音 2h ci");
    await send("/group/ci", { title: "构建失败" });
    expect(await say("group", "G1", "摘要")).toBe("ci 静音中（到 14:00），存着 1 条，发“取消静音 ci”马上发");
  });

  it.for([
    ["静音 明早", "2026-11-21T23:30:00+08:00", "静音到明天 08:00"],
    ["静音 明早", "2026-11-22T01:30:00+08:00", "静音到今天 08:00"],
    ["静音 明早", "2026-11-22T06:00:00+08:00", "静音到明天 08:00"],
    ["静音 1周", "2026-11-21T12:00:00+08:00", "静音到11月28日 12:00"],
    ["静音 45天", "2026-11-21T12:00:00+08:00", "静音到12月21日 12:00（最长 30 天）"],
  ] as const)("%s at %s: %s", async ([text, time, told], { rig, say }) => {
    rig.setTime(Date.parse(time));
    expect(await say("group", "G1", text)).toContain(told);
  });
});
