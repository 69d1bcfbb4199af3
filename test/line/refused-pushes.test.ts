import { describe, expect } from "vitest";
import { hour, minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const group = { scene: "group", id: "G1" } as const;
const channel = { scene: "channel", id: "101" } as const;

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  news: { scene: "channel", source: "generic", open: true, to: ["101"] },
};

describe("pushes that QQ refuses while our own count has room", () => {
  const it = lineTest(routes)
    .extend("send", ({ rig }) => async (title: string, path = "/group/ci") => {
      await rig.post(path, { title, key: title });
      await rig.relay.idle();
    })
    .extend("sweepTo", ({ rig }) => async (time: number) => {
      rig.setTime(time);
      await rig.relay.sweep();
      await rig.relay.idle();
    })
    .extend("tried", ({ rig }) => async () => {
      const attempts = await rig.attempts("group", "G1");
      return attempts.map(({ at, code }) => [(Date.parse(at) - attemptStart(attempts)) / minute, code]);
    });

  const attemptStart = (attempts: readonly { readonly at: string }[]) => Date.parse(attempts[0]?.at ?? "");

  it("rest for an hour, six, a day, and no longer than the month", async ({ rig, send, sweepTo, tried }) => {
    const start = rig.now();
    await rig.sim("faults", { times: 4, code: 22009 });
    await send("一");
    for (let hours = 1; hours <= 60; hours += 1) await sweepTo(start + hours * hour);
    expect(await tried()).toEqual([
      [0, 22009],
      [60, 22009],
      [7 * 60, 22009],
      [31 * 60, 22009],
      [55 * 60, 0],
    ]);
    expect((await rig.store.load(group, rig.now())).quota.refused).toEqual({});
  });

  it("go on an hour after one wrong word in the first minute of a month", async ({ rig, send, sweepTo, tried }) => {
    const first = Date.parse("2026-12-01T00:00:20+08:00");
    rig.setTime(first);
    await rig.sim("faults", { times: 1, code: 22009 });
    await send("一");
    await sweepTo(first + 59 * minute);
    await sweepTo(first + 61 * minute);
    expect(await tried()).toEqual([
      [0, 22009],
      [61, 0],
    ]);
  });

  it("rest a minute for their pace, and longer only when that does not help", async ({ rig, send, sweepTo, tried }) => {
    const start = rig.now();
    await rig.sim("faults", { times: 5, code: 40034100 });
    await send("一");
    for (let at = 1; at <= 8 * 60; at += 1) await sweepTo(start + at * minute);
    expect(await tried()).toEqual([
      [0, 40034100],
      [1, 40034100],
      [2, 40034100],
      [3, 40034100],
      [63, 40034100],
      [7 * 60 + 3, 0],
    ]);
  });

  it("rest a minute when one word about the pace comes after passing faults", async ({ rig, send, sweepTo, tried }) => {
    const start = rig.now();
    await rig.sim("faults", { times: 12, code: 50055001 });
    await rig.sim("faults", { times: 1, code: 40034100 });
    await send("一");
    for (let at = 1; at <= 12; at += 1) await sweepTo(start + at * minute);
    const codes = (await tried()).map(([, code]) => code);
    expect(codes.slice(-2)).toEqual([40034100, 0]);
  });

  it("are not closed by a reply that QQ refuses with 22009", async ({ rig, send }) => {
    await rig.say("group", "G1");
    await rig.sim("faults", { times: 1, code: 22009 });
    await send("一");
    const attempts = await rig.attempts("group", "G1");
    expect(attempts.map(({ code, permit }) => [code, permit])).toEqual([
      [22009, "msg"],
      [0, "proactive"],
    ]);
    const { quota, state } = await rig.store.load(group, rig.now());
    expect([quota.closed, state.sharedClosedUntil]).toEqual([{}, undefined]);
  });

  it("are not closed by replies that QQ refuses for their pace", async ({ rig, send, sweepTo }) => {
    const start = rig.now();
    await rig.say("channel", "101");
    await rig.sim("faults", { times: 1_000, code: 20028 });
    await send("一", "/channel/news");
    for (let at = 1; at <= 3; at += 1) await sweepTo(start + at * 80_000);
    const { quota, state } = await rig.store.load(channel, rig.now());
    expect([quota.closed, state.sharedClosedUntil]).toEqual([{}, undefined]);
    const permits = (await rig.attempts("channel", "101")).map(({ permit }) => permit);
    expect(new Set(permits)).toEqual(new Set(["msg"]));
  });

  it.for([304027, 40034024, 40034128])(
    "are not repeated at once for what is said of a window: %i",
    async (code, { rig, send, sweepTo, tried }) => {
      const start = rig.now();
      await rig.sim("faults", { times: 1_000, code });
      await send("一");
      await send("二");
      for (let at = 1; at <= 10; at += 1) await sweepTo(start + at * minute);
      expect((await tried()).length).toBeLessThanOrEqual(12);
      expect((await rig.deliveries("group", "G1")).map(({ state }) => state)).toEqual(["pending", "pending"]);
    },
  );
});
