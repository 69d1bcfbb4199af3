import { expect } from "vitest";
import { hour } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const channel = { scene: "channel", id: "101" } as const;
const session = { scene: "dm", id: "7@8" } as const;

const routes: Routes = {
  news: { scene: "channel", source: "generic", open: true, to: ["101"] },
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  own: { scene: "dm", source: "generic", open: true, to: [{ user: "7", guild: "8" }], policy: { proactive: "always" } },
};

const it = lineTest(routes)
  .extend("send", ({ rig }) => async (path: string, title: string, level = "info") => {
    await rig.post(path, { title, key: title, level });
    await rig.relay.idle();
  })
  .extend("sweepHours", ({ rig }) => async (hours: number) => {
    for (let at = 1; at <= hours; at += 1) {
      rig.setTime(rig.now() + hour);
      await rig.relay.sweep();
      await rig.relay.idle();
    }
  });

it("asks again by one notice, the most urgent, where no event ever says that pushes are allowed", async ({
  rig,
  send,
  sweepHours,
}) => {
  const start = rig.now();
  await rig.sim("faults", { times: 3, code: 304046 });
  await send("/channel/news", "一");
  await send("/channel/news", "二", "error");
  await send("/channel/news", "三");
  await sweepHours(40);
  const attempts = await rig.attempts("channel", "101");
  expect(
    attempts.map(({ at, code, body }) => [
      Math.round((Date.parse(at) - start) / hour),
      code,
      String(body["content"])
        .match(/[一二三]/g)
        ?.join(""),
    ]),
  ).toEqual([
    [0, 304046, "一"],
    [1, 304046, "二"],
    [7, 304046, "二"],
    [31, 0, "二"],
    [31, 0, "一三"],
  ]);
  const { state } = await rig.store.load(channel, rig.now());
  expect([state.deniedTimes, state.deniedUntil]).toEqual([undefined, undefined]);
});

it("asks no more once QQ's event says that people turned pushes off, and says in the status which it is", async ({
  rig,
  send,
  sweepHours,
}) => {
  const status = async () => {
    await rig.say("group", "G1", "状态");
    return String((await rig.received("group", "G1")).at(-1)?.body["content"]).split("\n")[0];
  };
  await rig.sim("faults", { times: 1, code: 40034105 });
  await send("/group/ci", "一");
  expect(await status()).toContain("QQ 说这里不收主动消息，今天 13:00 再试");
  const d = { group_openid: "G1", timestamp: Math.floor(rig.now() / 1_000), op_member_openid: "m" };
  await rig.sim("event", { t: "GROUP_MSG_REJECT", d });
  await rig.relay.idle();
  rig.setTime(rig.now() + 10 * 60_000);
  await send("/group/ci", "二");
  const before = (await rig.attempts("group", "G1")).length;
  await sweepHours(72);
  expect(await rig.attempts("group", "G1")).toHaveLength(before);
  expect(await status()).toContain("这里关了主动消息");
});

it("opens a DM session anew that has ended, once, and then after a while", async ({ rig, send, sweepHours }) => {
  await send("/dm/own", "一");
  const { address } = (await rig.store.load(session, rig.now())).state;
  expect(address).toMatch(/./);
  await rig.sim("faults", { times: 1, code: 304032 });
  await send("/dm/own", "二");
  expect((await rig.deliveries("dm", session.id)).map(({ state }) => state)).toEqual(["sent", "sent"]);
  expect((await rig.store.load(session, rig.now())).state.goneTimes).toBeUndefined();

  rig.setTime(rig.now() + 24 * hour);
  await rig.sim("faults", { times: 2, code: 304032 });
  await send("/dm/own", "三");
  const { state } = await rig.store.load(session, rig.now());
  expect([state.address, state.goneTimes]).toEqual([undefined, 1]);
  expect(Math.round(((state.goneUntil ?? 0) - rig.now()) / hour)).toBe(1);
  await sweepHours(1);
  expect((await rig.deliveries("dm", session.id)).map((each) => each.state)).toEqual(["sent", "sent", "sent"]);
});
