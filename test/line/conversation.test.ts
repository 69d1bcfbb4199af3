import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { codeLifetime } from "../../lib/policy/command/pairing.ts";
import { lineTest } from "../support/line-fixtures.ts";
import type { Attempt } from "../support/rig.ts";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"], policy: { proactive: "always" } },
  alerts: { scene: "group", source: "generic", open: true, to: ["G1"] },
  me: { scene: "c2c", source: "generic", open: true, to: ["U1"] },
  news: { scene: "channel", source: "generic", open: true, to: [{ id: "101", guild: "7" }] },
  session: { scene: "dm", source: "generic", open: true, to: [{ user: "3", guild: "7" }] },
  paired: { scene: "group", source: "generic", open: true, to: "bound" },
  never: {
    scene: "group",
    source: "generic",
    open: true,
    to: ["G2"],
    policy: { proactive: "never", spill: { to: "me", after: "2h" } },
  },
};

const textOf = (attempt: Attempt | undefined) => String(attempt?.body["content"]);

describe("what QQ's events and people change", () => {
  const it = lineTest(routes)
    .extend("send", ({ rig }) => async (path: string, title: string, more: object = {}) => {
      const posted = await rig.post(path, { title, ...more });
      await rig.relay.idle();
      return posted;
    })
    .extend("event", ({ rig }) => async (t: string, d: object) => {
      expect(await rig.sim("event", { t, d })).toMatchObject({ relayStatus: 200 });
      await rig.relay.idle();
    })
    .extend(
      "seconds",
      ({ rig }) =>
        () =>
          Math.floor(rig.now() / 1_000),
    )
    .extend(
      "texts",
      ({ rig }) =>
        async (scene: "group" | "c2c", id: string) =>
          (await rig.received(scene, id)).map(textOf),
    );

  it.for([
    ["c2c", "/c2c/me", "U1", "C2C_MSG_REJECT", "C2C_MSG_RECEIVE", { openid: "U1" }],
    [
      "group",
      "/group/ci",
      "G1",
      "GROUP_MSG_REJECT",
      "GROUP_MSG_RECEIVE",
      { group_openid: "G1", op_member_openid: "m" },
    ],
  ] as const)(
    "%s: a rejection stops proactive sends without an attempt, a permission resumes and flushes",
    async (row, { rig, event, seconds, send }) => {
      const [scene, path, id, reject, receive, d] = row;
      await event(reject, { ...d, timestamp: seconds() });
      await send(path, "一");
      await send(path, "二");
      expect(await rig.attempts(scene, id)).toEqual([]);
      await event(receive, { ...d, timestamp: seconds() });
      expect(await rig.received(scene, id)).toMatchObject([{ permit: "event" }, { permit: "event" }]);
      expect((await rig.store.load({ scene, id }, rig.now())).state).toEqual({ toldAt: expect.any(Number) });
    },
  );

  it.for([
    ["c2c", "/c2c/me", "U1", "FRIEND_DEL", "FRIEND_ADD", { openid: "U1" }],
    ["group", "/group/ci", "G1", "GROUP_DEL_ROBOT", "GROUP_ADD_ROBOT", { group_openid: "G1", op_member_openid: "m" }],
  ] as const)(
    "%s: what is for a target that is gone is kept until it is back",
    async (row, { rig, event, seconds, send }) => {
      const [scene, path, id, leave, join, d] = row;
      await event(leave, { ...d, timestamp: seconds() });
      await send(path, "一");
      expect(await rig.attempts(scene, id)).toEqual([]);
      expect((await rig.store.load({ scene, id }, rig.now())).state.gone).toBe(true);
      await event(join, { ...d, timestamp: seconds() });
      expect(await rig.received(scene, id)).toHaveLength(1);
    },
  );

  it.for([
    [true, "sent", 1],
    [false, "failed", 0],
  ] as const)("settles an audited message: passed %s → %s", async ([pass, state, used], { rig, send }) => {
    await rig.sim("settings", { audit: true });
    await send("/channel/news", "公告");
    const [before] = await rig.deliveries("channel", "101");
    expect(before).toMatchObject({ state: "in-audit" });
    expect(await rig.sim("audit", { audit_id: before?.auditId, pass })).toMatchObject({ relayStatus: 200 });
    const [after] = await rig.deliveries("channel", "101");
    expect(after?.state).toBe(state);
    const { quota } = await rig.store.load({ scene: "channel", id: "101" }, rig.now());
    expect(quota.used).toEqual({ "target-day@2026-11-21": used });
  });

  it("warns in the month's last message, and shows what waits when asked", async ({ rig, send, texts }) => {
    for (let at = 1; at <= 6; at += 1) await send("/group/ci", `第 ${at} 条`);
    const before = await texts("group", "G1");
    expect(before.map((text) => text.includes("用完"))).toEqual([false, false, false, true]);
    await rig.say("group", "G1", "状态");
    const [, , , , answer] = await texts("group", "G1");
    expect(answer).toMatch(/0\s*\/\s*4|剩 0|用完/);
    expect(answer).toContain("第 5 条");
    expect(answer).toContain("第 6 条");
  });

  it("mutes everything or one route, and tells it all after the unmute", async ({ rig, send, texts }) => {
    await rig.say("group", "G1", "/静音 2h ci");
    await send("/group/ci", "构建失败");
    await send("/group/alerts", "磁盘满");
    expect((await texts("group", "G1")).join("\n")).not.toContain("构建失败");
    await rig.say("group", "G1", "/取消静音");
    expect((await texts("group", "G1")).join("\n")).toContain("构建失败");
    await rig.say("group", "G1", "/mute 2h");
    const count = (await rig.attempts("group", "G1")).length;
    await send("/group/alerts", "夜里的事");
    expect(await rig.attempts("group", "G1")).toHaveLength(count);
    rig.setTime(rig.now() + 2 * 3_600_000);
    await rig.relay.sweep();
    await rig.relay.idle();
    expect((await texts("group", "G1")).at(-1)).toContain("夜里的事");
  });

  it("pages through what a digest only counted", async ({ rig, event, seconds, send, texts }) => {
    await rig.sim("settings", { limits: { override: { group: { proactive: 0 } } } });
    await event("GROUP_MSG_REJECT", { group_openid: "G1", timestamp: seconds() });
    const long = "很长的标题".repeat(12);
    for (let at = 1; at <= 40; at += 1) await send("/group/ci", `第${at}号 ${long}`);
    await rig.say("group", "G1");
    const [digest] = await texts("group", "G1");
    expect(digest).toContain("更多");
    await rig.say("group", "G1", "更多");
    await rig.say("group", "G1", "/more");
    const told = (await texts("group", "G1")).join("\n");
    const numbers = Array.from({ length: 40 }, (_, at) => `第${at + 1}号 `).filter((number) => told.includes(number));
    expect(numbers.length).toBeGreaterThanOrEqual(30);
  });

  it("pairs a conversation by a one-time code, and parts it again", async ({ rig, send, texts }) => {
    expect(await send("/group/paired", "没人收")).toMatchObject({ status: 202 });
    await rig.store.createCode("paired", "ABCD2345", rig.now() + codeLifetime);
    await rig.say("group", "G9", "/bind WXYZ6789");
    await rig.say("group", "G9", "/bind ABCD2345");
    await rig.say("group", "G8", "/bind ABCD2345");
    const [wrong, bound] = await texts("group", "G9");
    expect(bound).toContain("paired");
    expect(await texts("group", "G8")).toEqual([wrong]);
    expect(wrong).not.toMatch(/paired|ci|alerts/);
    await send("/group/paired", "收到了");
    expect((await texts("group", "G9")).at(-1)).toContain("收到了");
    await rig.say("group", "G9", "解绑");
    const before = await rig.attempts("group", "G9");
    expect((await send("/group/paired", "又没人")).status).toBe(202);
    expect(await rig.attempts("group", "G9")).toEqual(before);
  });

  it("tells nothing of a route that was held when the conversation parted from it, visibly", async ({
    rig,
    send,
    texts,
  }) => {
    await rig.store.bind("paired", { scene: "group", id: "G9" }, rig.now());
    await rig.say("group", "G9", "静音 10分钟");
    for (const title of ["一", "二", "三"]) await send("/group/paired", `内部${title}`);
    rig.setTime(rig.now() + 60_000);
    await rig.say("group", "G9", "解绑");
    await rig.say("group", "G9", "取消静音");
    expect((await texts("group", "G9")).join()).not.toContain("内部");
    expect((await rig.deliveries("group", "G9")).filter(({ route }) => route === "paired")).toMatchObject(
      Array.from({ length: 3 }, () => ({ state: "expired", last: { note: "its route was unpaired from here" } })),
    );
    expect(rig.logs.join("\n")).toMatch(
      /"event":"unbound","route":"paired".*"event":"finished","scene":"group","expired":3/s,
    );

    rig.setTime(rig.now() + 60_000);
    await rig.store.bind("paired", { scene: "group", id: "G9" }, rig.now());
    await send("/group/paired", "新的");
    expect((await texts("group", "G9")).at(-1)).toContain("新的");
  });

  it("does not say more to a guesser than that it was wrong, and then nothing new at all", async ({ rig, texts }) => {
    for (let at = 0; at < 7; at += 1) await rig.say("group", "G9", `/bind WXYZ678${at + 2}`);
    const answers = await texts("group", "G9");
    expect(new Set(answers.slice(0, 5)).size).toBe(1);
    expect(new Set(answers.slice(5)).size).toBe(1);
    expect(answers[5]).not.toBe(answers[0]);
    await rig.store.createCode("paired", "ABCD2345", rig.now() + codeLifetime);
    await rig.say("group", "G9", "/bind ABCD2345");
    expect(await rig.store.readBindings("paired")).toEqual([]);
  });

  it("passes on to another route what could not be sent for two hours", async ({ rig, send, texts }) => {
    await send("/group/never", "要紧事");
    rig.setTime(rig.now() + 2 * 3_600_000);
    await rig.relay.sweep();
    await rig.relay.idle();
    expect(await rig.attempts("group", "G2")).toEqual([]);
    expect(await texts("c2c", "U1")).toEqual([expect.stringContaining("要紧事")]);
    expect(await rig.deliveries("group", "G2")).toMatchObject([{ state: "spilled" }]);
  });

  it("tells a flapping alert once, with how often it changed", async ({ rig, event, seconds, send, texts }) => {
    await event("GROUP_MSG_REJECT", { group_openid: "G1", timestamp: seconds() });
    for (let at = 0; at < 6; at += 1)
      await send("/group/alerts", at % 2 ? "恢复" : "告警", {
        key: "disk",
        level: at % 2 ? "success" : "error",
        text: `${at}`,
      });
    await rig.say("group", "G1");
    const answers = await texts("group", "G1");
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatch(/恢复（曾为错误，反复 6 次）/);
    const states = (await rig.deliveries("group", "G1")).map((delivery) => delivery.state);
    expect(states.toSorted()).toEqual([...Array(5).fill("folded"), "sent"]);
  });

  it("opens a direct message session itself, and uses its windows", async ({ rig, send }) => {
    await send("/dm/session", "一");
    const all = (await (await fetch(`${rig.simulatorUrl}/_sim/messages?scene=dm`)).json()) as Attempt[];
    expect(all).toMatchObject([{ status: 200, permit: "proactive" }]);
  });
});
