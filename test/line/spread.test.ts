import { describe, expect } from "vitest";
import { day, hour, minute, second } from "../../lib/base/time.ts";
import type { RoutePolicy, Routes } from "../../lib/model/route.ts";
import { type SceneName, sceneNames } from "../../lib/model/scene.ts";
import { lineTest } from "../support/line-fixtures.ts";

const ids = { c2c: "U1", group: "G1", channel: "101", dm: "201" } as const satisfies Record<SceneName, string>;

const policies = { auto: {}, always: { proactive: "always" } } as const satisfies Record<string, RoutePolicy>;

const routes: Routes = Object.fromEntries(
  sceneNames.flatMap((scene) =>
    Object.entries(policies).map(([name, policy]) => [
      `${scene}-${name}`,
      { scene, source: "generic", open: true, to: [name === "auto" ? ids[scene] : `${ids[scene]}9`], policy },
    ]),
  ),
);

const it = lineTest(routes)
  .extend("post", ({ rig }) => async (path: string, title: string, level = "info") => {
    await rig.post(path, { title, level, key: title });
    await rig.relay.idle();
  })
  // The sweep looks once a minute; `step` passes over minutes in which nothing is due.
  .extend("pass", ({ rig }) => async (time: number, step = minute) => {
    for (const end = rig.now() + time; rig.now() < end;) {
      rig.setTime(Math.min(end, Math.floor(rig.now() / step) * step + step));
      await rig.relay.sweep();
      await rig.relay.idle();
    }
  })
  // What came, as local days and times, with the titles that it tells.
  .extend(
    "told",
    ({ rig }) =>
      async (scene: SceneName, id: string = ids[scene]) =>
        (await rig.received(scene, id)).map(({ at, permit, body }) => {
          const local = new Date(Date.parse(at) + 8 * hour).toISOString().slice(5, 16);
          return `${local} ${permit} ${String(body["content"]).match(/[甲乙丙丁]\d*/g)?.length ?? 0}`;
        }),
  );

describe("a month in which nobody speaks", () => {
  it.for(["c2c", "group"] as const)(
    "%s: the first at once, then what waits at its time; a critical takes it along",
    async (scene, { rig, post, pass, told }) => {
      rig.setTime(Date.parse("2026-11-01T10:00:00+08:00"));
      await post(`/${scene}/${scene}-auto`, "甲1");
      for (let at = 2; at <= 9; at += 1) {
        await post(`/${scene}/${scene}-auto`, `甲${at}`);
        await pass(day, 4 * hour);
      }
      await post(`/${scene}/${scene}-auto`, "乙1", "critical");
      await post(`/${scene}/${scene}-auto`, "甲10");
      await pass(Date.parse("2026-12-01T08:00:00+08:00") - rig.now(), 4 * hour);
      expect(await told(scene)).toEqual([
        "11-01T10:00 proactive 1",
        "11-09T10:00 proactive 9",
        "11-23T12:00 proactive 1",
      ]);
      const [first, ...others] = await rig.received(scene, ids[scene]);
      expect(first?.body["content"]).toContain(scene === "c2c" ? "给我发条消息就能取" : "@我 说句话就能取");
      for (const { body } of others) expect(body["content"]).not.toContain("就能取");
      expect((await rig.attempts(scene, ids[scene])).every(({ code }) => code === 0)).toBe(true);
    },
  );
});

describe("a month in which people speak", () => {
  it("group: chatter leaves the pushes to what is critical, and is told when somebody speaks", async ({
    rig,
    post,
    pass,
    told,
  }) => {
    await rig.say("group", "G1");
    await pass(10 * minute);
    for (let at = 1; at <= 3; at += 1) await post("/group/group-auto", `甲${at}`);
    await pass(hour, 10 * minute);
    for (let at = 1; at <= 3; at += 1) {
      await post("/group/group-auto", `乙${at}`, "critical");
      await pass(hour, 10 * minute);
    }
    await post("/group/group-auto", "丙1");
    await pass(hour, 10 * minute);
    await rig.say("group", "G1");
    expect(await told("group")).toEqual([
      "11-21T12:10 proactive 1",
      "11-21T13:10 proactive 3",
      "11-21T14:10 proactive 1",
      "11-21T15:10 proactive 1",
      `${new Date(rig.now() + 8 * hour).toISOString().slice(5, 16)} msg 1`,
    ]);
  });
});

describe("a day", () => {
  it("channel: half of twenty freely, the others spread, the last ones when a critical comes", async ({
    rig,
    post,
    pass,
  }) => {
    rig.setTime(Date.parse("2026-11-21T00:00:00+08:00"));
    for (let at = 1; at <= 96; at += 1) {
      await post("/channel/channel-auto", `甲${at}`, at === 80 ? "critical" : "info");
      await pass(15 * minute, 5 * minute);
    }
    const times = (await rig.received("channel", "101"))
      .filter(({ at }) => Date.parse(at) < Date.parse("2026-11-22T00:00:00+08:00"))
      .map(({ at }) => (Date.parse(at) - Date.parse("2026-11-21T00:00:00+08:00")) / hour);
    expect(times).toHaveLength(20);
    expect(times.slice(0, 11).at(-1)).toBeLessThan(3);
    expect(times.slice(11).every((time, at, all) => at === 0 || time - (all[at - 1] ?? 0) > 0.2)).toBe(true);
    expect(times.some((time) => Math.abs(time - 19.75) < 0.01)).toBe(true);
    expect((await rig.deliveries("channel", "101")).filter(({ state }) => state === "pending").length).toBeLessThan(12);
  });

  it("dm: one at once, one in the evening with what waits, unless a critical comes", async ({
    rig,
    post,
    pass,
    told,
  }) => {
    for (let at = 1; at <= 3; at += 1) await post("/dm/dm-auto", `甲${at}`);
    await pass(day / 2 + 10 * minute, 4 * minute);
    expect(await told("dm")).toEqual(["11-21T12:00 proactive 1", "11-21T21:36 proactive 2"]);
    await post("/dm/dm-auto", "甲4");
    await post("/dm/dm-auto", "甲5");
    await post("/dm/dm-auto", "乙1", "critical");
    expect((await told("dm")).slice(2)).toEqual(["11-22T00:10 proactive 1", "11-22T00:10 proactive 2"]);
    expect(await rig.attempts("dm", "201")).toHaveLength(4);
  });
});

describe("a window's replies", () => {
  it.for([
    ["c2c", [0, 0, 11.9, 35.7, 53.55]],
    ["group", [0, 0, 0.9, 2.7, 3]],
  ] as const)(
    "%s: chatter leaves some for the rest of the window, and all of it is told in time",
    async ([scene, minutes], { rig, post, pass }) => {
      await post(`/${scene}/${scene}-auto`, "甲0");
      await rig.say(scene, ids[scene]);
      const begin = rig.now();
      for (let at = 1; at <= 60; at += 1) {
        await post(`/${scene}/${scene}-auto`, `甲${at}`);
        await pass((minutes.at(-1) ?? 0) * second + second, minute);
      }
      await pass(5 * minute);
      const replies = (await rig.received(scene, ids[scene])).filter(({ permit }) => permit === "msg");
      const from = replies.map(({ at }) => (Date.parse(at) - begin) / minute);
      expect(from).toHaveLength(5);
      // The sweep comes within a minute, and each takes its time.
      for (const [at, moment] of minutes.entries()) {
        expect(from[at]).toBeGreaterThanOrEqual(moment);
        expect(from[at]).toBeLessThan(moment + 2.1);
      }
      expect((await rig.received(scene, ids[scene])).filter(({ permit }) => permit === "proactive")).toHaveLength(1);
    },
  );

  it("the last one is there for a critical, with what waits", async ({ rig, post, pass }) => {
    await post("/c2c/c2c-auto", "甲0");
    await rig.say("c2c", "U1");
    for (let at = 1; at <= 40; at += 1) {
      await post("/c2c/c2c-auto", `甲${at}`);
      await pass(minute);
    }
    await post("/c2c/c2c-auto", "乙1", "critical");
    const replies = (await rig.received("c2c", "U1")).filter(({ permit }) => permit === "msg");
    expect(replies.map(({ body }) => body["msg_seq"])).toEqual([1, 2, 3, 4, 5]);
    expect(replies.at(-1)?.body["content"]).toMatch(/乙1[^]*甲/);
  });

  it("an answer is given at once", async ({ rig, post }) => {
    await post("/group/group-auto", "甲0");
    await rig.say("group", "G1");
    for (let at = 1; at <= 4; at += 1) await post("/group/group-auto", `甲${at}`);
    const count = (await rig.received("group", "G1")).length;
    await rig.say("group", "G1", "状态");
    const [answer] = (await rig.received("group", "G1")).slice(count);
    expect(answer?.body["content"]).toMatch(/甲3[^]*甲4/);
  });
});

describe("the turn of a month with 900 held", () => {
  it.for(["auto", "always"] as const)("%s: one digest, and the rest waits", async (name, { rig, told }) => {
    const id = name === "auto" ? "G1" : "G19";
    for (let at = 0; at < 900; at += 1)
      await rig.post(
        `/group/group-${name}`,
        { title: `N${at}N 磁盘使用率超过 90%，请尽快清理或扩容` },
        { "idempotency-key": `k${at}` },
      );
    await rig.relay.idle();
    const before = (await told("group", id)).length;
    rig.setTime(Date.parse("2026-12-01T00:00:10+08:00"));
    for (let at = 0; at < 20; at += 1) {
      await rig.relay.sweep();
      await rig.relay.idle();
      rig.setTime(rig.now() + minute);
    }
    expect((await told("group", id)).slice(before).map((each) => each.slice(0, 11))).toEqual(["12-01T00:00"]);
    const states = (await rig.deliveries("group", id)).map(({ state }) => state);
    expect(states.filter((state) => state === "pending").length).toBeGreaterThan(600);
  });
});
