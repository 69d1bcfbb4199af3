import { describe, expect } from "vitest";
import { hour } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const routes: Routes = {
  named: {
    scene: "channel",
    source: "generic",
    open: true,
    to: [{ id: "101", guild: "7" }],
    policy: { proactive: "always" },
  },
  other: {
    scene: "channel",
    source: "generic",
    open: true,
    to: [{ id: "102", guild: "7" }],
    policy: { proactive: "always" },
  },
  plain: { scene: "channel", source: "generic", open: true, to: ["103"], policy: { proactive: "always" } },
};

const qq = {
  limits: { override: { channel: { proactive: { "target-day": 3 } } } },
  guilds: { "101": "7", "102": "7", "103": "8" },
};

const line = (limits: "auto" | "published") =>
  lineTest(routes, { settings: { limits }, qq }).extend("send", ({ rig }) => async (count: number, route = "named") => {
    for (let at = 0; at < count; at += 1) {
      await rig.post(`/channel/${route}`, { title: `${rig.now()}` });
      await rig.relay.idle();
      rig.setTime(rig.now() + 1_000);
    }
  });

const codesOf = (attempts: readonly { readonly code: number }[]) => attempts.map(({ code }) => code);

describe("a guild whose owner allows its channels three pushes a day", () => {
  const it = line("auto");

  it("is counted by them where its routes name it, without a refusal", async ({ rig, send }) => {
    await send(5);
    expect(codesOf(await rig.attempts("channel", "101"))).toEqual([0, 0, 0]);
    await send(5, "other");
    expect(codesOf(await rig.attempts("channel", "102"))).toEqual([0, 0, 0]);
    expect(await rig.store.readGuildSetting("7")).toEqual({ askedAt: expect.any(Number), perDay: 3 });
  });

  it("is learnt by a refusal where no route names it", async ({ rig, send }) => {
    await send(5, "plain");
    expect(codesOf(await rig.attempts("channel", "103"))).toEqual([0, 0, 0, 304045]);
  });

  it("is asked once a day, and what has changed counts from then on", async ({ rig, send }) => {
    await send(1);
    const { askedAt = 0 } = await rig.store.readGuildSetting("7");
    await rig.sim("settings", { limits: { override: { channel: { proactive: { "target-day": 6 } } } } });
    rig.setTime(askedAt + 23 * hour);
    await send(2);
    expect(await rig.store.readGuildSetting("7")).toEqual({ askedAt, perDay: 3 });
    rig.setTime(askedAt + 24 * hour);
    await send(6);
    expect(await rig.store.readGuildSetting("7")).toEqual({ askedAt: askedAt + 24 * hour, perDay: 6 });
    // One on the first day, and on the second six.
    expect(codesOf(await rig.attempts("channel", "101"))).toEqual(Array(7).fill(0));
  });

  it("is not asked again and again where QQ does not tell", async ({ rig, send }) => {
    await rig.sim("faults", { times: 100, status: 500, match: "/message/setting" });
    await send(5);
    expect(codesOf(await rig.attempts("channel", "101"))).toEqual([0, 0, 0, 304045]);
    expect(rig.logs.filter((line) => line.includes('"guild-setting"'))).toHaveLength(1);
    const { askedAt, perDay } = await rig.store.readGuildSetting("7");
    expect([askedAt, perDay]).toEqual([expect.any(Number), undefined]);
  });
});

line("published")("an exact preset asks nobody", async ({ rig, send }) => {
  await send(4);
  expect(codesOf(await rig.attempts("channel", "101"))).toEqual([0, 0, 0, 304045]);
  expect(await rig.store.readGuildSetting("7")).toEqual({});
});
