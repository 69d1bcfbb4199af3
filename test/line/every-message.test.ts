import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { codeLifetime } from "../../lib/policy/command/pairing.ts";
import { countCalls } from "../support/count-calls.ts";
import { startDynamo, startEngine, type TestEngine } from "../support/engines.ts";
import { engineTest, lineTest } from "../support/line-fixtures.ts";
import { startRig } from "../support/rig.ts";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  news: { scene: "channel", source: "generic", open: true, to: [{ id: "101", guild: "7" }] },
  paired: { scene: "group", source: "generic", open: true, to: "bound" },
};

/** Groups whose owners let the bot read every message. */
const qq = { fullGroups: ["G1", "G9"] };

const engines: readonly (readonly [name: string, start: () => Promise<TestEngine>])[] = [
  ["SQLite", startEngine],
  ["DynamoDB", startDynamo],
];

describe.each(engines)("in a group that shows the bot every message, on %s", (_, start) => {
  const it = lineTest(routes, { qq }, start).extend(
    "say",
    ({ rig }) =>
      async (target: string, text: string, more: object = {}): Promise<string> => {
        const before = (await rig.received("group", target)).length;
        await rig.sim("say", { scene: "group", target, text, user: "3", ...more });
        await rig.relay.idle();
        const told = (await rig.received("group", target)).slice(before);
        return told.map(({ body }) => String(body["content"])).join("\n");
      },
  );

  it("an @ gives commands, pairing first of all", async ({ rig, say }) => {
    await rig.store.createCode("paired", "ABCD2345", rig.now() + codeLifetime);
    expect(await say("G9", "绑定 ABCD2345")).toContain("绑定好了");
    expect(await rig.store.readBindings("paired")).toEqual([{ scene: "group", id: "G9" }]);
    await rig.post("/group/paired", { title: "构建失败" });
    await rig.relay.idle();
    expect((await rig.received("group", "G9")).at(-1)?.body["content"]).toContain("构建失败");
    expect(await say("G1", "状态")).toContain("没有积压的通知");
    expect(await say("G1", "菜单")).toContain("没听懂");
  });

  it("what people say to each other is none, but for a slash", async ({ say }) => {
    for (const mention of [false, "all"]) {
      expect(await say("G1", "状态", { mention })).toBe("");
      expect(await say("G1", "/状态", { mention })).toContain("没有积压的通知");
    }
  });

  it("a slash before what only resembles a command is another bot's", async ({ say }) => {
    for (const text of ["/菜单", "/menu", "/move"]) {
      expect(await say("G1", text, { mention: false })).toBe("");
      expect(await say("G1", text)).toContain("没听懂");
    }
  });

  it("any talk brings what waits", async ({ rig, say }) => {
    await rig.sim("settings", { limits: { override: { group: { proactive: 0 } } } });
    await say("G1", "早", { mention: false });
    rig.setTime(rig.now() + 4.7 * minute);
    await rig.post("/group/ci", { title: "构建失败" });
    await rig.relay.idle();
    expect(await say("G1", "吃了吗", { mention: false })).toContain("构建失败");
  });
});

describe.each(engines)("talk where nothing waits, on %s", (_, start) => {
  const it = engineTest(start)
    .extend("own", routes)
    .extend("line", async ({ engine, own }, { onCleanup }) => {
      const { table, counts } = countCalls(engine.table);
      const rig = await startRig(engine, own, { table });
      onCleanup(rig.stop);
      await rig.sim("settings", qq);
      const talk = { scene: "group", target: "G1", text: "哈哈", mention: false, user: "3" };
      /** Writes that something said has led to. */
      const cost = async (more: object = {}): Promise<number> => {
        counts.writes = 0;
        expect(await rig.sim("say", { ...talk, ...more })).toMatchObject({ relayStatus: 200 });
        await rig.relay.idle();
        return counts.writes;
      };
      return { rig, cost };
    });

  it("costs no write while a young window is open", async ({ line: { rig, cost } }) => {
    expect(await cost()).toBeGreaterThan(0);
    for (let said = 0; said < 5; said += 1) {
      rig.setTime(rig.now() + 10_000);
      expect(await cost()).toBe(0);
    }
    rig.setTime(rig.now() + 10_000);
    expect(await cost()).toBeGreaterThan(0);
    expect(await cost()).toBe(0);
  });

  it("but what is said to the bot does", async ({ line: { cost } }) => {
    await cost();
    expect(await cost({ mention: true })).toBeGreaterThan(0);
    expect(await cost({ text: "/状态" })).toBeGreaterThan(0);
  });

  it("and where a reply of the window is used, or the bot was gone", async ({ line: { rig, cost } }) => {
    await cost();
    await rig.sim("settings", { limits: { override: { group: { proactive: 0 } } } });
    await rig.post("/group/ci", { title: "构建失败" });
    await rig.relay.idle();
    expect(await cost()).toBeGreaterThan(0);
    expect(await cost()).toBe(0);
    const group = { scene: "group", id: "G1" } as const;
    await rig.store.changeState(group, { gone: true });
    expect(await cost()).toBeGreaterThan(0);
    expect((await rig.store.load(group, rig.now())).state).not.toHaveProperty("gone");
  });

  it("and in a group that may be paired still", async ({ line: { cost } }) => {
    expect(await cost({ target: "G9" })).toBeGreaterThan(0);
    expect(await cost({ target: "G9" })).toBe(0);
  });

  const { paired: _paired, ...unpaired } = routes;

  describe("where no route leads", () => {
    it.override({ own: unpaired });

    it("costs one an hour, by which its id can be found", async ({ line: { cost } }) => {
      expect(await cost({ target: "G9" })).toBe(1);
      expect(await cost({ target: "G9" })).toBe(0);
    });
  });
});

describe("in a channel that shows the bot every message", () => {
  const it = lineTest(routes).extend("hear", ({ rig }) => async (content: string, ...mentioned: string[]) => {
    const before = (await rig.received("channel", "101")).length;
    const d = {
      id: `08${content}${mentioned.join("+")}`,
      channel_id: "101",
      guild_id: "7",
      content,
      author: { id: "3", bot: false },
      member: { roles: ["4"] },
      timestamp: new Date(rig.now()).toISOString(),
      mentions: mentioned.map((id) => ({ id, bot: true })),
    };
    await rig.sim("event", { t: "MESSAGE_CREATE", d });
    await rig.relay.idle();
    return (await rig.received("channel", "101")).slice(before).length;
  });

  /** As the simulator's `GET /users/@me` has it. */
  const own = "10000000000000000001";

  it("its own id says which are for it", async ({ hear }) => {
    expect(await hear("状态")).toBe(0);
    expect(await hear("/状态")).toBe(1);
    expect(await hear(`<@!${own}> 状态`, own)).toBe(1);
    expect(await hear("<@!99> /状态", "99")).toBe(0);
    expect(await hear(`<@!99> <@!${own}> /帮助`, "99", own)).toBe(1);
  });

  it("and a slash where QQ does not tell it", async ({ rig, hear }) => {
    await rig.sim("faults", { times: 9, status: 500, match: "/users/@me" });
    expect(await hear(`<@!${own}> 状态`, own)).toBe(0);
    expect(await hear(`<@!${own}> /状态`, own)).toBe(1);
  });
});
