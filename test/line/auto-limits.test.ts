import { describe, expect, it as plain } from "vitest";
import { day, hour, minute } from "../../lib/base/time.ts";
import { composeListing } from "../../lib/compose/listing.ts";
import { composeScene } from "../../lib/compose/scene.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { defaultSettings } from "../../lib/model/settings.ts";
import { createStore } from "../../lib/store/store.ts";
import { startSimulator } from "../../simulator/server.ts";
import { delivery, noon, notice } from "../support/build.ts";
import { engines, startEngine } from "../support/engines.ts";
import { makeFaulty } from "../support/faulty-table.ts";
import { engineTest, lineTest } from "../support/line-fixtures.ts";
import { type Attempt, startRig } from "../support/rig.ts";

const groups = Array.from({ length: 10 }, (_, at) => `G${at}`);

const routes: Routes = {
  ...Object.fromEntries(
    groups.map((id) => [
      id,
      { scene: "group", source: "generic", open: true, to: [id], policy: { proactive: "always" } } as const,
    ]),
  ),
  all: { scene: "group", source: "generic", open: true, to: groups, policy: { proactive: "always" } },
  replies: { scene: "group", source: "generic", open: true, to: ["G0"], policy: { proactive: "never" } },
  user: { scene: "c2c", source: "generic", open: true, to: ["U1"], policy: { proactive: "always" } },
};

const december = Date.parse("2026-12-01T00:00:00+08:00");
const january = Date.parse("2027-01-01T00:00:00+08:00");

/** Slow enough (ms) that nobody's rate is what is met. */
const pace = 3_000;

const auto = { settings: { limits: "auto" } } as const;

/** A relay that is to find out which limits QQ keeps. */
const lineUnder = (preset: "published" | "2026", options = {}) =>
  lineTest(routes, { ...auto, qq: { limits: preset }, ...options })
    .extend("send", ({ rig }) => async (count: number, route = "G0") => {
      for (let at = 1; at <= count; at += 1) {
        expect((await rig.post(`/${routes[route]?.scene}/${route}`, { title: `${route} ${rig.now()}` })).status).toBe(
          202,
        );
        await rig.relay.idle();
        rig.setTime(rig.now() + pace);
      }
    })
    .extend("sweepTo", ({ rig }) => async (time: number, step = hour) => {
      while (rig.now() < time) {
        rig.setTime(Math.min(rig.now() + step, time));
        await rig.relay.sweep(true);
        await rig.relay.idle();
      }
    })
    .extend(
      "all",
      ({ rig }) =>
        async (scene: SceneName = "group", ids: readonly string[] = groups) =>
          (await Promise.all(ids.map((id) => rig.attempts(scene, id))))
            .flat()
            .toSorted((a, b) => a.at.localeCompare(b.at)),
    )
    .extend(
      "codes",
      ({ rig }) =>
        async (id = "G0", scene: SceneName = "group") =>
          (await rig.attempts(scene, id)).map(({ code }) => code),
    );

const refusals = (attempts: readonly Attempt[]) => attempts.filter(({ code }) => code !== 0).map(({ code }) => code);

describe("a QQ that goes by its older text", () => {
  const it = lineUnder("published");

  it("refuses one push a month, and none is tried in any conversation before the next", async ({
    rig,
    send,
    sweepTo,
    codes,
    all,
  }) => {
    await send(6);
    expect(await codes()).toEqual([0, 0, 0, 0, 22009]);
    expect(await rig.store.readEvidence("group")).toEqual({ refusedUntil: december });
    for (const id of groups) await send(6, id);
    await sweepTo(december - minute);
    expect(refusals(await all())).toEqual([22009]);
    expect(await rig.store.countPending({ scene: "group", id: "G1" })).toBe(2);

    await sweepTo(december + minute);
    expect(await rig.store.countPending({ scene: "group", id: "G1" })).toBe(0);
    for (const id of groups) await send(6, id);
    await sweepTo(january - minute);
    expect(refusals(await all())).toEqual([22009, 22009]);
  }, 60_000);

  it("still gives what a window allows, and tells what waited when someone speaks", async ({ rig, send, codes }) => {
    await send(6);
    await rig.say("group", "G0");
    expect(await codes()).toEqual([0, 0, 0, 0, 22009, 0, 0]);
    expect(await rig.store.countPending({ scene: "group", id: "G0" })).toBe(0);
  });

  it("is said to in the answer to 状态", async ({ rig, send }) => {
    const tell = async () => {
      await rig.say("group", "G0", "状态");
      const [last] = (await rig.attempts("group", "G0")).slice(-1);
      return String(last?.body["content"]);
    };
    expect(await tell()).toContain("按旧规则算限额，用完时试发一条");
    rig.setTime(rig.now() + hour);
    await send(6);
    const told = await tell();
    expect(told).toContain("本月的主动消息用完了，12月1日 00:00 恢复");
    expect(told).toContain("QQ 不收更多，12月1日 00:00 前不再试");
  });

  it("is why notices wait, in the log of deliveries", async ({ rig, send }) => {
    await send(6);
    const listed = composeListing({ routes, ...auto }, rig.store, rig.now);
    const held = (await listed({ scene: "group", id: "G0" }, 2)).map((each) => each.held);
    const until = new Date(december).toISOString();
    expect(held).toMatchObject([
      { reason: "quota", until },
      { reason: "quota", until },
    ]);
  });

  it("is not asked for what a push may not tell", async ({ rig, send, all }) => {
    await send(4);
    await send(3, "replies");
    expect(refusals(await all())).toEqual([]);
    expect(await rig.store.readEvidence("group")).toEqual({});
  });

  it("closes a conversation to the month's end where the bot was used elsewhere too, and is asked no more", async ({
    rig,
    send,
    sweepTo,
    codes,
    all,
  }) => {
    await rig.sim("faults", { times: 1, code: 22009 });
    await send(2);
    await sweepTo(rig.now() + 3 * day);
    expect(await codes()).toEqual([22009]);
    for (const id of groups.slice(1)) await send(6, id);
    expect(refusals(await all())).toEqual([22009]);
    await sweepTo(december + minute);
    expect(await codes()).toEqual([22009, 0]);
  });

  it("is asked for private chats and for groups each by itself", async ({ rig, send, codes }) => {
    await send(6);
    await send(6, "user");
    expect(await codes("U1", "c2c")).toEqual([0, 0, 0, 0, 22009]);
    expect(await rig.store.readEvidence("c2c")).toEqual({ refusedUntil: december });
  });

  it("is found again by a bot that had known more: the count went on", async ({ rig, send, sweepTo, all }) => {
    await rig.sim("settings", { limits: "2026" });
    for (const id of groups) await send(5, id);
    await send(20);
    expect(refusals(await all())).toEqual([]);
    await rig.sim("settings", { limits: "published" });
    for (const id of groups) await send(3, id);
    await sweepTo(rig.now() + 3 * day);
    expect(refusals(await all())).toEqual([22009]);
    expect(await rig.store.readEvidence("group")).toEqual({ refusedUntil: december });
  });
});

describe("a QQ that goes by its text of 2026", () => {
  const it = lineUnder("2026");

  it("takes the push that asks, and from then on everything in every conversation", async ({
    rig,
    send,
    codes,
    all,
  }) => {
    const from = rig.now() + 4 * pace;
    await send(12);
    expect(await codes()).toEqual(Array(12).fill(0));
    expect(await rig.store.readEvidence("group")).toEqual({ provenSince: from, provenAt: from });
    for (const id of groups.slice(1)) await send(6, id);
    expect(refusals(await all())).toEqual([]);
    expect(await all()).toHaveLength(12 + 9 * 6);
    expect(await rig.store.readEvidence("c2c")).toEqual({});
  });

  it("is asked again when nothing has shown it for thirty days", async ({ rig, send, sweepTo, codes }) => {
    await send(5);
    const { provenSince } = await rig.store.readEvidence("group");
    await sweepTo(rig.now() + 29 * day, 6 * hour);
    await send(5, "G1");
    // The fifth of its month went beyond what the older text allows.
    expect((await rig.store.readEvidence("group")).provenAt).toBeGreaterThan(rig.now() - minute);
    await sweepTo(rig.now() + 30 * day, 6 * hour);
    await rig.sim("settings", { limits: "published" });
    await send(6, "G2");
    expect(await codes("G2")).toEqual([0, 0, 0, 0, 22009]);
    await rig.sim("settings", { limits: "2026" });
    await sweepTo(Date.parse("2027-02-01T00:01:00+08:00"), 6 * hour);
    await send(6, "G2");
    expect((await codes("G2")).slice(5)).toEqual(Array(7).fill(0));
    const evidence = await rig.store.readEvidence("group");
    expect(evidence).not.toHaveProperty("refusedUntil");
    expect(evidence.provenSince).toBeGreaterThan(provenSince ?? 0);
  });

  it("shows it by a refusal for the pace, which is over in a minute", async ({ rig, send, sweepTo, codes }) => {
    await rig.sim("faults", { times: 1, code: 40034100 });
    await send(1);
    expect(await rig.store.readEvidence("group")).toMatchObject({ provenSince: expect.any(Number) });
    await sweepTo(rig.now() + 2 * minute, minute);
    await send(8);
    expect(await codes()).toEqual([40034100, ...Array(9).fill(0)]);
  });

  it("is not taken for the older one by a denial, which is one conversation's own", async ({ rig, send, codes }) => {
    await send(4);
    await send(4, "G1");
    await rig.sim("faults", { times: 1, code: 40034105 });
    await send(1);
    expect(await rig.store.readEvidence("group")).toEqual({});
    await send(2, "G1");
    expect([await codes(), await codes("G1")]).toEqual([
      [0, 0, 0, 0, 40034105],
      [0, 0, 0, 0, 0, 0],
    ]);
    await rig.sim("event", {
      t: "GROUP_MSG_RECEIVE",
      d: { group_openid: "G0", timestamp: Math.floor(rig.now() / 1_000) },
    });
    await rig.relay.idle();
    expect((await codes()).slice(5)).toEqual([0]);
  });

  it.for([
    ["words that QQ takes from nobody", { times: 1, code: 40034006 }, ["failed", "sent"]],
    ["an answer that is lost", { times: 1, drop: "after" }, ["sent", "sent"]],
    ["no connection", { times: 1, drop: "before" }, ["sent", "sent"]],
    ["passing faults", { times: 4, code: 50055001 }, ["sent", "sent"]],
  ] as const)("is asked anew after %s, and not at once", async ([, fault, states], { rig, send, sweepTo, codes }) => {
    await send(4);
    await rig.sim("faults", fault);
    await send(1);
    const tried = (await codes()).length;
    await send(1, "G0");
    expect((await codes()).length).toBe(tried);
    await sweepTo(rig.now() + 3 * hour, minute);
    expect(
      (await rig.deliveries("group", "G0"))
        .slice(0, 2)
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(states);
    expect(await rig.store.readEvidence("group")).toMatchObject({ provenAt: expect.any(Number) });
  });
});

describe("exact presets", () => {
  const published = lineTest(routes, { qq: { limits: "published" } });
  const newer = lineTest(routes, { settings: { limits: "2026" }, qq: { limits: "2026" } });

  published.for([4, 9])("ask nothing and keep nothing (%i notices)", async (count, { rig }) => {
    for (let at = 0; at < count; at += 1) await rig.post("/group/G0", { title: `${at}` });
    await rig.relay.idle();
    expect((await rig.attempts("group", "G0")).map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(await rig.store.readEvidence("group")).toEqual({});
  });

  newer("keep nothing of what QQ took", async ({ rig }) => {
    for (let at = 0; at < 9; at += 1) await rig.post("/group/G0", { title: `${at}` });
    await rig.relay.idle();
    expect((await rig.attempts("group", "G0")).map(({ code }) => code)).toEqual(Array(9).fill(0));
    expect(await rig.store.readEvidence("group")).toEqual({});
    expect(
      (await rig.store.readQuota({ kind: "target", target: { scene: "group", id: "G0" } })).used,
    ).not.toHaveProperty("target-month@2026-11");
  });
});

describe.each(["published", "2026"] as const)("a deliverer that dies while it asks (%s)", (preset) => {
  const it = engineTest(startEngine).extend("faulty", ({ engine }) => makeFaulty(engine.table));

  it.for([
    ["before it has written down what QQ showed", "before"],
    ["behind that", "after"],
  ] as const)("%s leaves the question to another, later", async ([, when], { engine, faulty, onTestFinished }) => {
    const rig = await startRig(engine, routes, { ...auto, table: faulty.table });
    onTestFinished(rig.stop);
    await rig.sim("settings", { limits: preset });
    const send = async (title: string) => {
      await rig.post("/group/G0", { title });
      await rig.relay.idle();
    };
    const codes = async () => (await rig.attempts("group", "G0")).map(({ code }) => code);
    for (let at = 0; at < 4; at += 1) await send(`${at}`);
    faulty.fail(({ sk, attributes }) => sk === "limits#group" && !attributes.includes("askedUntil"), when);
    await send("问");
    const asked = (await codes()).length;
    await send("又");
    // Unwritten, the answer is asked for again once the question is over; until then nobody else asks.
    if (when === "before") expect(await codes()).toHaveLength(asked);
    for (let at = 0; at < 20; at += 1) {
      rig.setTime(rig.now() + 10 * minute);
      await rig.relay.sweep(true);
      await rig.relay.idle();
    }
    const refused = (await codes()).filter((code) => code !== 0);
    if (preset === "2026") expect(refused).toEqual([]);
    else expect(refused).toEqual(when === "before" ? [22009, 22009] : [22009]);
    expect(await rig.store.readEvidence("group")).toMatchObject(
      preset === "2026" ? { provenAt: expect.any(Number) } : { refusedUntil: december },
    );
    expect(await rig.store.hasPending({ scene: "group", id: "G0" })).toBe(preset === "published");
  });
});

describe.each(engines.filter(([name]) => name === "SQLite in memory" || name === "dynalite"))(
  "ten handlers over %s that find their conversations' pushes used up at once",
  (_, start) => {
    plain.each(["published", "2026"] as const)("send one push to ask (%s)", { timeout: 60_000 }, async (preset) => {
      const engine = await start();
      let time = noon;
      engine.setClock(() => time);
      const clock = { now: () => new Date(time), wait: () => Promise.resolve() };
      const simulator = await startSimulator({ port: 0, appId: "app", appSecret: "secret-of-the-bot", now: clock.now });
      const url = `${simulator.url}/_sim`;
      await fetch(`${url}/settings`, { method: "POST", body: JSON.stringify({ limits: preset }) });
      const relay = () =>
        composeScene("group", {
          routes,
          settings: { ...defaultSettings, limits: "auto" },
          env: {
            QQ_APP_ID: "app",
            QQ_APP_SECRET: "secret-of-the-bot",
            QQ_API_BASE: simulator.url,
            QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
          },
          table: engine.table,
          clock,
          wake: () => Promise.resolve(),
          log: () => undefined,
        });
      const handlers = groups.map(relay);
      const store = createStore(engine.table, 30);
      const enlist = async () => {
        for (const id of groups)
          await store.enlist(
            delivery({
              route: id,
              target: { scene: "group", id },
              notice: notice({ title: `${id} ${time}` }),
              arrivedAt: time,
            }),
          );
      };
      const deliverAll = () =>
        Promise.all(handlers.map((each, at) => each.deliver({ scene: "group", id: groups[at] ?? "" }, time + 30_000)));
      // At times of their own, so that the bot's own rate is not what is met.
      for (let at = 0; at < 4; at += 1) {
        await enlist();
        await deliverAll();
        time += 2 * minute;
      }
      await enlist();
      await deliverAll();
      const attempts = (await (await fetch(`${url}/messages`)).json()) as readonly Attempt[];
      const beyond = attempts.slice(40);
      if (preset === "published") expect(beyond.map(({ code }) => code)).toEqual([22009]);
      else expect(beyond.every(({ code }) => code === 0)).toBe(true);
      // Whoever found another asking looks again when that is over.
      time += 2 * minute;
      await deliverAll();
      const ended = (await (await fetch(`${url}/messages`)).json()) as readonly Attempt[];
      expect(ended.slice(40).map(({ code }) => code)).toEqual(preset === "published" ? [22009] : Array(10).fill(0));
      await simulator.stop();
      await engine.stop();
    });
  },
);
