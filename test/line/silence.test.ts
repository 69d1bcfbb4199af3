import { describe, expect } from "vitest";
import { day, hour, minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Settings } from "../../lib/model/settings.ts";
import { unpairedTarget } from "../../lib/model/unpaired.ts";
import { engines } from "../support/engines.ts";
import { lineTest } from "../support/line-fixtures.ts";
import type { Rig } from "../support/rig.ts";

const openid = "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: [openid], policy: { proactive: "always" } },
  app: { scene: "group", source: "generic", open: true, to: [openid] },
  late: { scene: "c2c", source: "generic", open: true, to: "bound" },
  ops: { scene: "c2c", source: "generic", open: true, to: ["U1"], policy: { proactive: "always" } },
  both: { scene: "group", source: "generic", open: true, to: [openid, "G2"] },
  paired: { scene: "c2c", source: "generic", open: true, to: "bound" },
};

/** A conversation that pushes nothing is dry at once. */
const limits: Settings["limits"] = { override: { group: { proactive: 0 } } };

const lineOf = (settings: Partial<Settings>, start?: (typeof engines)[number][1]) =>
  lineTest(routes, { settings: { limits, warnTo: "ops", ...settings } }, start)
    .extend("post", ({ rig }) => async (title: string, path = "/group/ci", more: object = {}) => {
      await rig.post(path, { title, ...more });
      await rig.relay.idle();
    })
    // Sweeps each full hour, as in AWS.
    .extend("pass", ({ rig }) => async (hours: number) => {
      for (let each = 0; each < hours; each += 1) {
        rig.setTime(Math.floor(rig.now() / hour) * hour + hour);
        await rig.relay.sweep();
        await rig.relay.idle();
      }
    });

const warningsAt = async (rig: Rig, target = "U1", scene: "c2c" | "group" = "c2c") =>
  (await rig.received(scene, target)).map(({ at, body }) => ({ at: Date.parse(at), text: String(body["content"]) }));

type Line = Readonly<Record<string, unknown>>;

const linesOf = (rig: Rig, event: string): readonly Line[] =>
  rig.logs.map((line) => JSON.parse(line) as Line).filter((line) => line["event"] === event);

describe.each(engines.filter(([name]) => name === "SQLite in memory" || name === "dynalite"))("on %s", (_, start) => {
  const it = lineOf({}, start);

  it("one warning in two days of silence, and another after it had been told again", async ({ rig, post, pass }) => {
    const begin = rig.now();
    await post("一");
    await post("二", "/group/app", { level: "error" });
    await pass(48);
    const [first, ...more] = await warningsAt(rig);
    expect(more).toEqual([]);
    expect(first?.at).toBe(begin + 24 * hour);
    expect(first?.text.split("\n")).toEqual([
      "⚠️ 群聊（尾号 3A52）超过一天没能收到通知",
      "2 条通知在等（app、ci），最早的是 11月21日 12:00",
      "原因：按设置只回复，不主动发",
      "怎么办：在那里 @ 机器人说句话，积压的马上发出；QQ 允许更多的话，改设置里的 limits",
      expect.stringMatching(/^在日志里搜 [\w-]{8}，/),
    ]);
    expect(await rig.received("group", openid)).toEqual([]);
    await rig.say("group", openid);
    expect(await rig.store.countPending({ scene: "group", id: openid })).toBe(0);
    await pass(2);
    await post("三");
    await pass(23);
    expect(await warningsAt(rig)).toHaveLength(1);
    await pass(48);
    expect((await warningsAt(rig)).map(({ text }) => text.match(/\d+ 条通知在等/)?.[0])).toEqual([
      "2 条通知在等",
      "1 条通知在等",
    ]);
  });
});

const it = lineOf({});

it("each hour tells the log how things stand, by a name that is not the openid", async ({ rig, post, pass }) => {
  await post("一");
  await pass(26);
  const told = linesOf(rig, "forecast").filter(({ scene }) => scene === "group");
  expect(told.map(({ silent }) => silent)).toEqual([...Array.from({ length: 23 }, () => 0), 1, 1, 1]);
  expect(told.at(-1)).toMatchObject({ level: "warn", scene: "group", waiting: 1, waitingDays: 1.08, silent: 1 });
  const [mark] = new Set(told.map(({ target }) => target));
  expect((await warningsAt(rig))[0]?.text).toContain(String(mark));
  expect(rig.logs.join("\n")).not.toContain(openid);
  expect(linesOf(rig, "silence")).toEqual([
    { level: "warn", event: "silence", scene: "group", target: mark, to: "ops", notices: 1, held: "quota" },
  ]);
});

it("looks several times in the first minute of an hour tell it once", async ({ rig, post, pass }) => {
  await post("一");
  await pass(1);
  rig.setTime(rig.now() + 10_000);
  await rig.relay.sweep();
  rig.setTime(rig.now() + 10_000);
  await rig.relay.sweep(true);
  expect(linesOf(rig, "forecast")).toHaveLength(1);
  await pass(1);
  expect(linesOf(rig, "forecast")).toHaveLength(2);
});

it("nothing pending, nothing told", async ({ rig, pass }) => {
  await pass(2);
  expect(linesOf(rig, "forecast")).toEqual([]);
});

lineOf({ limits: "published" })("the forecast is of the conversation's own month", async ({ rig, post, pass }) => {
  for (const title of ["一", "二", "三", "四"]) await post(title);
  expect(await rig.received("group", openid)).toHaveLength(4);
  await post("五");
  await pass(1);
  expect(linesOf(rig, "forecast")).toMatchObject([
    { level: "info", left: 0, max: 4, renewDays: 9.46, daysLeft: 0, waiting: 1, waitingDays: 0.04, silent: 0 },
  ]);
});

it("what people muted is no fault, and no more is what a mute held lately", async ({ rig, post, pass }) => {
  await rig.say("group", openid, "静音 2天 全部");
  await post("一");
  await pass(48);
  expect(linesOf(rig, "forecast").every(({ silent }) => silent === 0)).toBe(true);
  await pass(23);
  expect(await warningsAt(rig)).toEqual([]);
  await pass(2);
  expect(await warningsAt(rig)).toHaveLength(1);
});

it("one muted route hides none of the others", async ({ rig, post, pass }) => {
  await rig.say("group", openid, "静音 5天 ci");
  await post("一");
  await pass(30);
  expect(linesOf(rig, "forecast").every(({ silent }) => silent === 0)).toBe(true);
  expect(await warningsAt(rig)).toEqual([]);
  await post("二", "/group/app");
  await pass(25);
  expect((await warningsAt(rig)).map(({ text }) => text.split("\n")[1])).toEqual([
    "1 条通知在等（app），最早的是 11月22日 18:00",
  ]);
});

it("a route that nobody paired is told of with the way to pair it", async ({ rig, post, pass }) => {
  await post("一", "/c2c/late");
  await pass(26);
  expect((await warningsAt(rig)).map(({ text }) => text.split("\n").slice(0, 4))).toEqual([
    [
      "⚠️ 路由 late 还没有配对，通知等了超过一天",
      "1 条通知在等（late），最早的是 11月21日 12:00",
      "原因：还没有哪个会话和它配对",
      "怎么办：运行 npm run relay -- pair late，到要收通知的会话里发配对码",
    ],
  ]);
});

lineOf({ warnTo: "ci" })("the operator's own conversation is not told of itself", async ({ rig, post, pass }) => {
  await post("一");
  await pass(72);
  expect(await rig.store.countPending({ scene: "group", id: openid })).toBe(1);
  expect(linesOf(rig, "silence")).toEqual([]);
  expect(linesOf(rig, "forecast").at(-1)).toMatchObject({ silent: 1 });
});

lineOf({ warnTo: "both" })("where only warnings wait, none is told of it", async ({ rig, post, pass }) => {
  await post("一");
  await pass(24 * 7);
  const waiting = async (id: string) =>
    (await rig.deliveries("group", id)).map(({ route, notice }) => [route, notice.event]);
  expect(await waiting("G2")).toEqual([["both", "silence"]]);
  expect(await waiting(openid)).toEqual([["ci", "notice"]]);
  expect(linesOf(rig, "forecast").slice(-2)).toMatchObject([{ silent: 1 }, { silent: 1 }]);
});

lineOf({ warnTo: "paired" })(
  "a route for warnings that nobody paired keeps them until somebody does",
  async ({ rig, post, pass }) => {
    await post("一");
    await pass(72);
    expect(await rig.store.countPending(unpairedTarget("c2c", "paired"))).toBe(1);
    await rig.store.createCode("paired", "ABCD2345", rig.now() + minute);
    await rig.say("c2c", "U7", "绑定 ABCD2345");
    expect((await warningsAt(rig, "U7")).map(({ text }) => text).join("\n")).toContain("尾号 3A52");
  },
);

lineOf({ warnTo: "ops", language: "en" })("it is told in the relay's language", async ({ rig, post, pass }) => {
  await post("一");
  await pass(26);
  expect((await warningsAt(rig))[0]?.text).toContain("A group (id ends in 3A52) could be told nothing for over a day");
});

lineTest(routes, { settings: { limits } })("without warnTo nobody is told but the log", async ({ rig }) => {
  await rig.post("/group/ci", { title: "一" });
  rig.setTime(rig.now() + 2 * day);
  await rig.relay.sweep(true);
  await rig.relay.idle();
  expect(linesOf(rig, "forecast")).toMatchObject([{ silent: 1 }]);
  expect(await rig.received("c2c", "U1")).toEqual([]);
});
