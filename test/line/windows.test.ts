import { describe, expect } from "vitest";
import { presets } from "../../lib/model/limits.ts";
import type { Routes } from "../../lib/model/route.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { lineTest } from "../support/line-fixtures.ts";
import type { Attempt } from "../support/rig.ts";

const ids = { c2c: "U1", group: "G1", channel: "101", dm: "201" } as const;

const routes: Routes = Object.fromEntries(
  sceneNames.map((scene) => [scene, { scene, source: "generic", open: true, to: [ids[scene]] }]),
);

const noQuota = { override: Object.fromEntries(sceneNames.map((scene) => [scene, { proactive: 0 }])) };

const levels = ["info", "success", "warning", "error", "critical"] as const;

const textOf = (attempt: Attempt | undefined) => String(attempt?.body["content"]);

describe.each(sceneNames)("scene %s without quota", (scene) => {
  const id = ids[scene];
  const it = lineTest(routes, { settings: { limits: noQuota }, qq: { limits: noQuota } })
    .extend("send", ({ rig }) => async (title: string, level = "info") => {
      expect((await rig.post(`/${scene}/${scene}`, { title, level })).status).toBe(202);
      await rig.relay.idle();
    })
    .extend("say", ({ rig }) => async (text = "在吗") => {
      const said = await rig.sim("say", { scene, target: id, text, user: "u" });
      await rig.relay.idle();
      return said;
    });

  it("holds thirty webhooks, and tells all of them in at most two messages when someone speaks", async ({
    rig,
    send,
    say,
  }) => {
    for (let at = 1; at <= 30; at += 1) await send(`第 ${at} 条`, levels[at % levels.length]);
    expect(await rig.attempts(scene, id)).toEqual([]);

    expect(await say()).toMatchObject({ relayStatus: 200 });
    const messages = await rig.received(scene, id);
    expect(messages.length).toBeGreaterThanOrEqual(1);
    expect(messages.length).toBeLessThanOrEqual(2);
    expect(messages.every((message) => message.permit === "msg")).toBe(true);
    expect(await rig.attempts(scene, id)).toHaveLength(messages.length);
    const told = messages.map(textOf).join("\n");
    expect(told).toContain("30");
    expect(told.indexOf("第 4 条")).toBeGreaterThan(0);
    expect(told.indexOf("第 4 条")).toBeLessThan(told.indexOf("第 5 条"));
    const states = (await rig.deliveries(scene, id)).map((delivery) => delivery.state);
    expect(states).toEqual(Array(30).fill("sent"));
  });

  it("replies at once inside the window, and holds again after it has closed", async ({ rig, send, say }) => {
    await send("之前");
    await say();
    await send("窗口里");
    expect((await rig.received(scene, id)).map(textOf)).toEqual([
      expect.stringContaining("之前"),
      expect.stringContaining("窗口里"),
    ]);
    rig.setTime(rig.now() + presets.published[scene].reply.minutes * 60_000);
    await send("之后");
    expect(await rig.attempts(scene, id)).toHaveLength(2);
    await say("回来了");
    expect(await rig.attempts(scene, id)).toHaveLength(3);
  });

  it("opens one window and answers one command for a callback that comes three times", async ({ rig }) => {
    const d = saidEvents[scene]("/帮助", id, new Date(rig.now()).toISOString());
    for (let at = 0; at < 3; at += 1) {
      const answer = await rig.sim("event", { ...d, id: `${d.t}:same` });
      expect(answer).toMatchObject({ relayStatus: 200 });
    }
    await rig.sim("event", { ...d, id: `${d.t}:other id, same message` });
    await rig.relay.idle();
    const messages = await rig.received(scene, id);
    expect(messages.map(textOf)).toEqual([expect.stringMatching(/静音[^]*绑定/)]);
    const { windows } = await rig.store.load({ scene, id }, rig.now());
    expect(windows).toHaveLength(1);
    expect(windows[0]?.used).toBe(1);
  });

  it("answers and flushes in one message where both are due", async ({ rig, send, say }) => {
    await send("存着的");
    await say("状态");
    const messages = await rig.received(scene, id);
    expect(messages).toHaveLength(1);
    expect(textOf(messages[0])).toMatch(/1 条[^]*存着的/);
  });
});

/** One person's words in each scene, as QQ tells them. */
const saidEvents = {
  c2c: (content: string, user: string, timestamp: string) => ({
    t: "C2C_MESSAGE_CREATE",
    d: { id: "MSG-1", author: { id: user, user_openid: user }, content, timestamp },
  }),
  group: (content: string, group: string, timestamp: string) => ({
    t: "GROUP_AT_MESSAGE_CREATE",
    d: { id: "MSG-1", author: { member_openid: "m" }, content: ` ${content} `, group_openid: group, timestamp },
  }),
  channel: (content: string, channel: string, timestamp: string) => ({
    t: "AT_MESSAGE_CREATE",
    d: {
      id: "MSG-1",
      channel_id: channel,
      guild_id: "7",
      author: { id: "3" },
      content: `<@!bot> ${content}`,
      timestamp,
      mentions: [{ id: "bot", bot: true }],
    },
  }),
  dm: (content: string, guild: string, timestamp: string) => ({
    t: "DIRECT_MESSAGE_CREATE",
    d: {
      id: "MSG-1",
      guild_id: guild,
      src_guild_id: "7",
      author: { id: "3" },
      content,
      timestamp,
      direct_message: true,
    },
  }),
} as const;
