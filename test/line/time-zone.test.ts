import { expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"], policy: { proactive: "always" } },
  quiet: {
    scene: "group",
    source: "generic",
    open: true,
    to: ["G2"],
    policy: { quiet: { from: "23:00", to: "08:00" } },
  },
};

const it = lineTest(routes, { settings: { timeZone: "Europe/Berlin" } });

it("keeps QQ's month where the relay's people live in another zone", async ({ rig }) => {
  const go = async (time: string) => {
    rig.setTime(Date.parse(time));
    await rig.relay.sweep(true);
    await rig.relay.idle();
  };
  for (let at = 1; at <= 12; at += 1) await rig.post("/group/ci", { title: `第 ${at} 条`, key: `${at}` });
  await rig.relay.idle();
  const attempts = async () => (await rig.attempts("group", "G1")).map(({ code }) => code);
  expect(await attempts()).toEqual([0, 0, 0, 0]);
  await go("2026-11-30T23:59:59+08:00");
  expect(await attempts()).toEqual([0, 0, 0, 0]);
  await go("2026-12-01T00:00:20+08:00");
  expect(await attempts()).toEqual([0, 0, 0, 0, 0]);
  for (let at = 1; at <= 4; at += 1) {
    await rig.post("/group/ci", { title: `又 ${at} 条`, key: `again ${at}` });
    await rig.relay.idle();
  }
  await go("2026-12-01T00:00:20+01:00");
  expect(await attempts()).toEqual(Array<number>(8).fill(0));
  expect((await rig.store.load({ scene: "group", id: "G1" }, rig.now())).quota.used).toEqual({
    "target-month@2026-12": 4,
  });
});

it("keeps quiet hours in the settings' zone", async ({ rig }) => {
  rig.setTime(Date.parse("2026-11-21T23:30:00+01:00"));
  await rig.post("/group/quiet", { title: "夜里" });
  await rig.relay.idle();
  expect(await rig.attempts("group", "G2")).toEqual([]);
  rig.setTime(Date.parse("2026-11-22T08:00:00+01:00"));
  await rig.relay.sweep();
  await rig.relay.idle();
  expect(await rig.received("group", "G2")).toHaveLength(1);
});
