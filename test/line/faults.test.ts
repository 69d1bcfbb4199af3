import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const group = { scene: "group", id: "G1" } as const;

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"], policy: { proactive: "always" } },
  md: { scene: "group", source: "generic", open: true, to: ["G1"], form: "markdown" },
  card: { scene: "group", source: "generic", open: true, to: ["G1"], form: "ark" },
  once: {
    scene: "group",
    source: "generic",
    open: true,
    to: ["G1"],
    policy: { proactive: "always", onUnsure: "assume-sent" },
  },
  news: { scene: "channel", source: "generic", open: true, to: ["101"] },
};

describe("when QQ does not just take it", () => {
  const it = lineTest(routes)
    .extend("send", ({ rig }) => async (title: string, path = "/group/ci") => {
      await rig.post(path, { title });
      await rig.relay.idle();
    })
    .extend(
      "codes",
      ({ rig }) =>
        async () =>
          (await rig.attempts("group", "G1")).map((attempt) => attempt.code),
    )
    .extend(
      "states",
      ({ rig }) =>
        async () =>
          (await rig.deliveries("group", "G1")).map((delivery) => delivery.state),
    )
    .extend("later", ({ rig }) => async (minutes: number) => {
      rig.setTime(rig.now() + minutes * 60_000);
      await rig.relay.sweep();
      await rig.relay.idle();
    });

  it("turns five webhooks into five messages over three answers of 304082", async ({ rig, send, codes }) => {
    await rig.sim("settings", { limits: { override: { group: { proactive: 100 } } } });
    await rig.say("group", "G1");
    // A window keeps none back any more.
    rig.setTime(rig.now() + 3 * 60_000);
    await rig.sim("faults", { times: 3, code: 304082 });
    for (let at = 1; at <= 5; at += 1) await send(`第 ${at} 条`);
    expect((await rig.received("group", "G1")).map((message) => message.body["content"])).toEqual([
      "第 1 条",
      "第 2 条",
      "第 3 条",
      "第 4 条",
      "第 5 条",
    ]);
    expect(await codes()).toEqual([304082, 304082, 304082, 0, 0, 0, 0, 0]);
    expect((await rig.received("group", "G1")).map((message) => message.body["msg_seq"])).toEqual([1, 2, 3, 4, 5]);
  });

  it("tries a media fault again from the outbox when it lasts, with its unit given back meanwhile", async ({
    rig,
    send,
    codes,
    states,
    later,
  }) => {
    await rig.sim("faults", { times: 6, code: 304083 });
    await send("一");
    expect(await codes()).toEqual([304083, 304083, 304083, 304083]);
    expect(await states()).toEqual(["pending"]);
    expect((await rig.store.load(group, rig.now())).quota.used).toEqual({ "target-month@2026-11": 0 });
    await later(1);
    expect(await codes()).toEqual([304083, 304083, 304083, 304083, 304083, 304083, 0]);
    expect(await states()).toEqual(["sent"]);
    expect((await rig.store.load(group, rig.now())).quota.used).toEqual({ "target-month@2026-11": 1 });
  });

  it("closes the month's counter on 22009 and holds the rest without trying", async ({
    rig,
    send,
    codes,
    states,
    later,
  }) => {
    await rig.sim("faults", { times: 1, code: 22009 });
    await send("一");
    await send("二");
    expect(await codes()).toEqual([22009]);
    expect(await states()).toEqual(["pending", "pending"]);
    rig.setTime(Date.parse("2026-12-01T00:00:00+08:00"));
    await later(1);
    expect(await codes()).toEqual([22009, 0]);
    expect(await states()).toEqual(["sent", "sent"]);
  });

  it("keeps what QQ audits as in audit, and never sends it again", async ({ rig }) => {
    await rig.sim("settings", { audit: true });
    await rig.post("/channel/news", { title: "公告" });
    await rig.relay.idle();
    expect(await rig.deliveries("channel", "101")).toMatchObject([
      { state: "in-audit", auditId: expect.stringMatching(/./), last: { code: 304023 } },
    ]);
    await rig.relay.sweep(true);
    await rig.relay.idle();
    expect(await rig.attempts("channel", "101")).toHaveLength(1);
  });

  it("sends a reply again under the same seq when its answer is lost, and reads the duplicate as sent", async ({
    rig,
    send,
    states,
  }) => {
    const msgId = await rig.say("group", "G1");
    await rig.sim("faults", { times: 1, drop: "after" });
    await send("一");
    const attempts = await rig.attempts("group", "G1");
    expect(attempts.map(({ code, body }) => [code, body["msg_id"], body["msg_seq"]])).toEqual([
      [0, msgId, 1],
      [40054005, msgId, 1],
    ]);
    expect(await states()).toEqual(["sent"]);
    expect(await rig.received("group", "G1")).toHaveLength(1);
  });

  it("repeats a reply whose answers all got lost, while its window is open", async ({ rig, send, states, later }) => {
    await rig.say("group", "G1");
    await rig.sim("faults", { times: 4, drop: "after" });
    await send("一");
    expect(await states()).toEqual(["pending"]);
    await later(1);
    expect(await states()).toEqual(["sent"]);
    expect(await rig.received("group", "G1")).toHaveLength(1);
  });

  it("resends a proactive message whose answer was lost with its unit in doubt, or assumes it sent, as the route says", async ({
    rig,
    send,
    states,
    later,
  }) => {
    await rig.sim("faults", { times: 1, drop: "before" });
    await send("一");
    expect(await states()).toEqual(["pending"]);
    await later(1);
    expect(await states()).toEqual(["sent"]);
    expect((await rig.store.load(group, rig.now())).quota.used).toEqual({ "target-month@2026-11": 1 });
    expect((await rig.store.load(group, rig.now())).quota.doubt).toEqual({ "target-month@2026-11": 1 });

    await rig.sim("faults", { times: 1, drop: "after" });
    await send("二", "/group/once");
    expect(await states()).toEqual(["unsure", "sent"]);
    await later(60);
    expect(await rig.received("group", "G1")).toHaveLength(2);
  });

  it.for([
    ["links refused", "/group/ci", 40054010, { title: "看 https://github.com/a/b" }, /github。com/],
    ["no markdown", "/group/md", 304036, { title: "标题" }, /^标题/],
    ["no ark", "/group/card", 304004, { title: "标题" }, /标题/],
  ] as const)("repairs what can be repaired: %s", async ([, path, code, body, shown], { rig, codes, states }) => {
    await rig.sim("faults", { times: 1, code });
    await rig.post(path, body);
    await rig.relay.idle();
    expect(await codes()).toEqual([code, 0]);
    const [message] = await rig.received("group", "G1");
    expect(JSON.stringify(message?.body)).not.toContain("https://github.com");
    const { content, markdown } = (message?.body ?? {}) as { content?: string; markdown?: { content: string } };
    expect(content ?? markdown?.content).toMatch(shown);
    expect(await states()).toEqual(["sent"]);
  });

  it("fails visibly what QQ refuses for good, with its code and trace id", async ({ rig, send }) => {
    await rig.sim("faults", { times: 1, code: 40034006 });
    await send("一");
    expect(await rig.deliveries("group", "G1")).toMatchObject([
      { state: "failed", attempts: 1, last: { code: 40034006, status: 400, traceId: expect.stringMatching(/./) } },
    ]);
    expect((await rig.store.load(group, rig.now())).quota.used).toEqual({ "target-month@2026-11": 0 });
  });

  it("stops sending to a target that takes no proactive messages, and keeps what is for it", async ({
    rig,
    send,
    codes,
    states,
  }) => {
    await rig.sim("faults", { times: 1, code: 40034102 });
    await send("一");
    await send("二");
    expect(await codes()).toEqual([40034102]);
    expect(await states()).toEqual(["pending", "pending"]);
    await rig.say("group", "G1");
    expect(await codes()).toEqual([40034102, 0, 0]);
  });

  it("drops a window that QQ says is over and goes on by quota", async ({ rig, send }) => {
    await rig.say("group", "G1");
    await rig.sim("faults", { times: 1, code: 40034005 });
    await send("一");
    expect((await rig.attempts("group", "G1")).map((each) => [each.code, each.permit])).toEqual([
      [40034005, "msg"],
      [0, "proactive"],
    ]);
    expect((await rig.store.load(group, rig.now())).windows).toEqual([]);
  });

  it("fetches a new token when QQ no longer takes the old one", async ({ rig, send, codes, states }) => {
    await rig.sim("faults", { times: 1, code: 11244, status: 401 });
    await send("一");
    expect(await codes()).toEqual([11244, 0]);
    expect(await states()).toEqual(["sent"]);
  });

  it("says in the log what happened without a word of the message, an openid or a secret", async ({ rig, send }) => {
    await rig.sim("faults", { times: 1, code: 40034006 });
    await send("机密内容");
    const log = rig.logs.join("\n");
    expect(log).toContain('"code":40034006');
    expect(log).not.toMatch(/机密内容|secret-of-the-bot|"G1"|group:G1/);
  });

  it("does not repeat a reply at once that QQ refused for a quota", async ({ rig, send }) => {
    await rig.say("channel", "101");
    await rig.sim("faults", { times: 100, code: 304045 });
    await send("一", "/channel/news");
    expect((await rig.attempts("channel", "101")).length).toBeLessThan(3);
  });

  it("does not repeat an answer at once where the bot is muted", async ({ rig, codes }) => {
    await rig.sim("faults", { times: 100, code: 40054002 });
    await rig.say("group", "G1", "/help");
    expect(await codes()).toEqual([40054002]);
  });

  it("does not tell again what may have arrived when its window is over, where the route assumes it sent", async ({
    rig,
    send,
    states,
    later,
  }) => {
    await rig.say("group", "G1");
    await rig.sim("faults", { times: 4, drop: "after" });
    await send("一", "/group/once");
    expect(await states()).toEqual(["pending"]);
    await rig.sim("faults", { times: 1, code: 40034026 });
    await later(1);
    expect(await states()).toEqual(["unsure"]);
    expect(await rig.received("group", "G1")).toHaveLength(1);
  });

  it.for([
    ["/mute 8h all", "mutedUntil"],
    ["/mute 8h", "hushedUntil"],
  ] as const)("does not shorten a person's mute when QQ has muted the bot: %s", async ([words, name], { rig }) => {
    await rig.say("group", "G1", words);
    const until = (await rig.store.load(group, rig.now())).state[name];
    expect(until).toBeGreaterThan(rig.now() + 7 * 3_600_000);
    await rig.sim("faults", { times: 1, code: 40054002 });
    await rig.say("group", "G1", "/status");
    const { state } = await rig.store.load(group, rig.now());
    expect(state[name]).toBe(until);
    expect(state.mutedUntil).toBeGreaterThan(rig.now());
  });

  it("keeps a notice's count of those folded into it over a refused send", async ({ rig, codes }) => {
    const fire = async (title: string) => {
      await rig.post("/group/ci", { title, key: "disk", replaces: true });
      await rig.relay.idle();
    };
    await rig.sim("faults", { times: 8, code: 304082 });
    await fire("一");
    await fire("二");
    expect(await codes()).toHaveLength(8);
    expect((await rig.store.load(group, rig.now())).deliveries.map(({ folded }) => folded)).toEqual([1]);
  });
});

describe("where the settings know no limit and QQ does", () => {
  const it = lineTest(routes, {
    settings: { limits: { override: { group: { proactive: { "target-month": null } } } } },
  });

  it("waits after a refusal for quota before it tries again", async ({ rig }) => {
    await rig.sim("faults", { times: 100, code: 22009 });
    await rig.post("/group/ci", { title: "一" });
    await rig.relay.idle();
    expect(await rig.attempts("group", "G1")).toHaveLength(1);
  });
});
