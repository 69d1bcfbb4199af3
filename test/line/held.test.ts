import { expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import { composeListing } from "../../lib/compose/listing.ts";
import { type HeldReason, heldReasons } from "../../lib/model/held.ts";
import type { RoutePolicy, Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { unpairedTarget } from "../../lib/model/unpaired.ts";
import { targetMark } from "../../lib/policy/forecast/target-mark.ts";
import { traceSteps } from "../../lib/policy/trace/trace-steps.ts";
import { startEngine } from "../support/engines.ts";
import { engineTest } from "../support/line-fixtures.ts";
import { type Rig, startRig } from "../support/rig.ts";

const openid = "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52";

const route = (policy: RoutePolicy) =>
  ({
    scene: "group",
    source: "generic",
    open: true,
    to: [openid],
    policy: { proactive: "always", ...policy },
  }) as const;

const channels = ["101", "102", "103"].map((id) => ({ id, guild: "7" }));

const routes: Routes = {
  ci: route({}),
  kept: route({ reserve: 1 }),
  calm: route({ quiet: { from: "11:00", to: "18:00" } }),
  daily: route({ digestAt: "18:00" }),
  paced: route({ proactive: "auto" }),
  news: { scene: "channel", source: "generic", open: true, to: channels, policy: { proactive: "always" } },
  late: { scene: "group", source: "generic", open: true, to: "bound" },
};

let count = 0;

const post = async (rig: Rig, path: string, times: number, headers = {}) => {
  let last: Awaited<ReturnType<Rig["post"]>> | undefined;
  for (let at = 0; at < times; at += 1) {
    count += 1;
    last = await rig.post(path, { title: `第 ${count} 条` }, { "idempotency-key": `own-id-${count}`, ...headers });
    await rig.relay.idle();
  }
  return last;
};

const passMinutes = async (rig: Rig, minutes: number) => {
  for (let at = 0; at < minutes; at += 1) {
    rig.setTime(rig.now() + minute);
    await rig.relay.sweep();
    await rig.relay.idle();
  }
};

const event = (t: string) => (rig: Rig) =>
  rig.sim("event", { t, d: { group_openid: openid, timestamp: Math.floor(rig.now() / 1_000) } });

type Row = {
  readonly name: string;
  readonly reason: HeldReason;
  readonly says: string;
  readonly path?: string;
  readonly before?: (rig: Rig) => Promise<unknown>;
  readonly target?: readonly [SceneName, string];
};

const rows: readonly Row[] = [
  {
    name: "the month's pushes used up",
    reason: "quota",
    says: "no proactive messages left, more at 00:00 on Dec 1 · 主动消息用完了，12月1日 00:00 恢复",
    before: (rig) => post(rig, "/group/ci", 4),
  },
  {
    name: "a third channel of a guild",
    reason: "shared-quota",
    says: "the proactive messages that it shares with others are used up until 00:00 tomorrow · 和别的会话共用的主动消息用完了，明天 00:00 恢复",
    path: "/channel/news",
    target: ["channel", "103"],
  },
  {
    name: "a mute",
    reason: "mute",
    says: "muted until 14:00 today · 静音中，到 今天 14:00",
    before: (rig) => rig.say("group", openid, "静音 2小时 全部"),
  },
  {
    name: "quiet hours",
    reason: "quiet",
    says: "by the route's policy such notices wait until 18:00 today · 按路由的 policy，等到 今天 18:00",
    path: "/group/calm",
  },
  {
    name: "a daily time",
    reason: "digest-time",
    says: "by the route's digestAt such notices go together at 18:00 today · 按路由的 digestAt 合并发，等到 今天 18:00",
    path: "/group/daily",
  },
  {
    name: "pushes turned off",
    reason: "denied",
    says: "proactive messages are turned off there · 那里关了机器人的主动消息",
    before: event("GROUP_MSG_REJECT"),
  },
  {
    name: "the bot removed",
    reason: "gone",
    says: "QQ says that the bot was removed there · QQ 说机器人不在那里了",
    before: event("GROUP_DEL_ROBOT"),
  },
  {
    name: "a route that is not paired",
    reason: "gone",
    says: "no conversation is paired with it · 还没有哪个会话和它配对",
    path: "/group/late",
    target: ["group", unpairedTarget("group", "late").id],
  },
  {
    name: "QQ answering to try again",
    reason: "retry",
    says: "refused by QQ for now, next try at 12:00 today · QQ 没有收下，今天 12:00 再试",
    before: (rig) => rig.sim("faults", { times: 100, code: 50055001 }),
  },
  {
    name: "QQ out of order",
    reason: "breaker",
    says: "QQ is out of order, next try at 12:09 today · QQ 的接口出了故障，今天 12:09 再试",
    before: async (rig) => {
      await rig.sim("faults", { times: 10_000, drop: "before" });
      for (let at = 0; at < 8; at += 1) {
        await post(rig, "/group/ci", 1);
        await passMinutes(rig, 1);
      }
    },
  },
  {
    name: "QQ's audit",
    reason: "audit",
    says: "QQ's audit is not over · QQ 还在审核",
    path: "/channel/news",
    target: ["channel", "101"],
    before: (rig) => rig.sim("settings", { audit: true }),
  },
  {
    name: "a reserve",
    reason: "reserve",
    says: "the proactive messages left are kept for what is critical (reserve), more at 00:00 on Dec 1 · 剩下的主动消息按 reserve 留给严重告警，12月1日 00:00 恢复",
    path: "/group/kept",
    before: (rig) => post(rig, "/group/kept", 3),
  },
  {
    name: "the pace of rare pushes",
    reason: "spread",
    says: "there are few proactive messages, and they are spread, the next one at 00:00 on Nov 28 at the latest · 主动消息不多，匀着发，最晚 11月28日 00:00",
    path: "/group/paced",
    before: (rig) => post(rig, "/group/paced", 1),
  },
];

type Line = Readonly<Record<string, unknown>>;

const linesOf = (rig: Rig, name: string): readonly Line[] =>
  rig.logs.map((line) => JSON.parse(line) as Line).filter((line) => line["event"] === name);

const it = engineTest(startEngine);

it("each reason is some row's", () => expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(heldReasons)));

it.for(rows)("$name: told in the answer, the listing, the trace and one line of the log", async (row, { engine }) => {
  const { reason, says, path = "/group/ci", before, target: [scene, id] = ["group", openid] } = row;
  const rig = await startRig(engine, routes);
  await before?.(rig);
  const answer = await post(rig, path, 1, { prefer: "wait=5" });
  const told = answer?.body.deliveries.find((each) => each.target === `${scene}:${id}`);
  const held = { reason, message: says };
  expect(told).toMatchObject({ state: reason === "audit" ? "in-audit" : "pending", held });

  const listed = await composeListing(
    { routes, settings: { limits: "published" } },
    rig.store,
    rig.now,
  )({ scene, id }, 10);
  expect(listed.find((each) => each.id === told?.id)).toMatchObject({ id: told?.id, held: told?.held });

  const now = await rig.store.readDelivery({ scene, id }, told?.id ?? "");
  const steps = now ? traceSteps(now, { reason }) : [];
  expect(steps.map(({ step }) => step).join(" ")).toMatch(/^accepted (claimed answered )?(settled )?held$/);

  const mark = targetMark({ scene, id });
  const lines = (of: Rig) => linesOf(of, "held").filter((line) => line["target"] === mark && line["reason"] === reason);
  const [line, ...more] = lines(rig);
  expect(more).toEqual([]);
  expect(line).toMatchObject({ scene, notices: 1, routes: [path.split("/")[2]] });
  // An outage is told as it begins, and lasts longer with each try.
  if (reason !== "breaker") expect(line?.["until"]).toBe(told?.held?.until);
  expect(linesOf(rig, "accepted").at(-1)).toMatchObject({ target: expect.any(String), delivery: told?.id });

  // Neither more of the same, nor passes, nor another process tell it again.
  if (reason !== "audit") await post(rig, path, 2);
  await passMinutes(rig, 2);
  expect(lines(rig)).toHaveLength(1);
  expect(linesOf(rig, "held").filter((each) => each["target"] === mark).length).toBeLessThanOrEqual(2);
  await rig.stop();
  const again = await startRig(engine, routes);
  again.setTime(rig.now());
  await post(again, path, 1);
  await passMinutes(again, 1);
  expect(lines(again)).toEqual([]);
  expect([...rig.logs, ...again.logs].join("\n")).not.toContain(openid);
  await again.stop();
});

it("from the sender's id to QQ's message by one read, and by the lines of the log", async ({ engine }) => {
  const rig = await startRig(engine, routes);
  await rig.post("/group/ci", { title: "发布完成" }, { "idempotency-key": "build-77" });
  await rig.relay.idle();
  const target = { scene: "group", id: openid } as const;
  const delivery = await rig.store.readDelivery(target, "ci#build-77");
  const at = rig.now();
  expect(delivery && traceSteps(delivery, undefined)).toEqual([
    { step: "accepted", at, route: "ci" },
    { step: "claimed", at, by: "proactive", attempt: 1 },
    { step: "answered", at, status: 200, traceId: expect.any(String) },
    { step: "settled", at, state: "sent", messageId: delivery?.messageId, told: "worded" },
  ]);
  const ids = { target: targetMark(target) };
  expect(linesOf(rig, "accepted")).toMatchObject([{ ...ids, delivery: "ci#build-77" }]);
  expect(linesOf(rig, "send")).toMatchObject([
    { ...ids, deliveries: ["ci#build-77"], messageId: delivery?.messageId, by: "proactive" },
  ]);
  await rig.stop();
});

it("what a reply told, and what expired unsent", async ({ engine }) => {
  const rig = await startRig(engine, { ci: route({ proactive: "never", maxAge: "1h" }) });
  await post(rig, "/group/ci", 1);
  await rig.say("group", openid);
  await post(rig, "/group/ci", 1);
  await passMinutes(rig, 8);
  rig.setTime(rig.now() + 60 * minute);
  await post(rig, "/group/ci", 1);
  await passMinutes(rig, 61);
  const steps = (await rig.deliveries("group", openid)).map((each) =>
    traceSteps(each, undefined).map((one) =>
      [one.step, "by" in one && one.by, "state" in one && one.state].filter(Boolean).join(" "),
    ),
  );
  expect(steps).toEqual([
    ["accepted", "settled expired"],
    ["accepted", "claimed reply", "answered", "settled sent"],
    ["accepted", "claimed reply", "answered", "settled sent"],
  ]);
  await rig.stop();
});

it("a refused request names the route that its path begins with, and never a name that no route has", async ({
  engine,
}) => {
  const rig = await startRig(engine, {
    ...routes,
    keyed: { scene: "group", source: "generic", secret: "KeyedSecret", to: [openid] },
  });
  await rig.post("/c2c/ci", {});
  await rig.post("/group/ci/more", {});
  await rig.post("/group/keyed", {});
  await rig.post("/group/no-such-route", {});
  expect(linesOf(rig, "refused").map((line) => [line["refusal"], line["route"]])).toEqual([
    ["unknown-route", "ci"],
    ["unknown-route", "ci"],
    ["unauthorized", "keyed"],
    ["unknown-route", undefined],
  ]);
  await rig.stop();
});

it("what lets go and holds again is told again, and what another thing holds by then too", async ({ engine }) => {
  const rig = await startRig(engine, { ci: route({ proactive: "never" }), other: route({ proactive: "never" }) });
  const told = () => linesOf(rig, "held").map(({ reason, routes }) => [reason, routes].join(" "));
  await post(rig, "/group/ci", 2);
  expect(told()).toEqual(["quiet ci"]);
  await post(rig, "/group/other", 1);
  expect(told()).toEqual(["quiet ci", "quiet other"]);
  await rig.say("group", openid, "静音 2小时 全部 ci");
  await rig.say("group", openid, "静音 2小时 全部");
  await post(rig, "/group/ci", 1);
  rig.setTime(rig.now() + 3 * 60 * minute);
  await rig.say("group", openid);
  expect(await rig.store.countPending({ scene: "group", id: openid })).toBe(0);
  await passMinutes(rig, 10);
  await post(rig, "/group/ci", 1);
  expect(told().slice(2)).toEqual(["mute ci", "quiet ci"]);
  await rig.stop();
});
