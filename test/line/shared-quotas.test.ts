import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const channels = ["101", "102", "103"];
const sessions = Array.from({ length: 201 }, (_, at) => `s${at}`);

const people = Array.from({ length: 7 }, (_, at) => `U${at}`);

const routes: Routes = {
  "with-guild": {
    scene: "channel",
    source: "generic",
    open: true,
    to: channels.map((id) => ({ id, guild: "7" })),
  },
  "without-guild": { scene: "channel", source: "generic", open: true, to: channels },
  once: {
    scene: "channel",
    source: "generic",
    open: true,
    to: channels.map((id) => ({ id, guild: "7" })),
    policy: { onUnsure: "assume-sent" },
  },
  people: { scene: "c2c", source: "generic", open: true, to: people },
  everybody: { scene: "dm", source: "generic", open: true, to: sessions },
};

describe("quotas shared by targets", () => {
  const it = lineTest(routes, { qq: { guilds: Object.fromEntries(channels.map((id) => [id, "7"])) } })
    .extend(
      "all",
      ({ rig }) =>
        async (scene: "channel" | "dm", targets: readonly string[]) =>
          (await Promise.all(targets.map((id) => rig.attempts(scene, id)))).flat(),
    )
    .extend("pending", ({ rig }) => async (scene: "channel" | "dm", targets: readonly string[]) => {
      const states = (await Promise.all(targets.map((id) => rig.deliveries(scene, id)))).flat();
      return states.filter((delivery) => delivery.state === "pending").length;
    });

  it("pushes to two channels of a guild a day and holds the third without an attempt, until tomorrow", async ({
    rig,
    all,
    pending,
  }) => {
    await rig.post("/channel/with-guild", { title: "一" });
    await rig.relay.idle();
    expect((await all("channel", channels)).map((attempt) => attempt.code)).toEqual([0, 0]);
    expect(await pending("channel", channels)).toBe(1);
    await rig.post("/channel/with-guild", { title: "二" });
    await rig.relay.idle();
    expect((await all("channel", channels)).map((attempt) => attempt.code)).toEqual([0, 0, 0, 0]);
    expect(await pending("channel", channels)).toBe(2);

    rig.setTime(Date.parse("2026-11-22T00:00:00+08:00"));
    await rig.relay.sweep();
    await rig.relay.idle();
    expect(await pending("channel", channels)).toBe(0);
  });

  it("does not take for sent what a guild's rule kept from being sent", async ({ rig, all, pending }) => {
    await rig.post("/channel/once", { title: "一" });
    await rig.relay.idle();
    expect(await all("channel", channels)).toHaveLength(2);
    expect(await pending("channel", channels)).toBe(1);
  });

  it("learns from one refusal where the guild is not known, and does not try again that day", async ({
    rig,
    all,
    pending,
  }) => {
    await rig.post("/channel/without-guild", { title: "一" });
    await rig.relay.idle();
    const refused = (await all("channel", channels)).filter((attempt) => attempt.code !== 0);
    expect(refused.map((attempt) => attempt.code)).toEqual([304047]);
    await rig.post("/channel/without-guild", { title: "二" });
    await rig.relay.idle();
    expect((await all("channel", channels)).filter((attempt) => attempt.code !== 0)).toHaveLength(1);
    expect(await pending("channel", channels)).toBe(2);

    rig.setTime(Date.parse("2026-11-22T00:00:00+08:00"));
    await rig.relay.sweep();
    await rig.relay.idle();
    expect(await pending("channel", channels)).toBe(0);
  });

  it("sends two hundred direct messages a day and holds the next", async ({ rig, all, pending }) => {
    await rig.post("/dm/everybody", { title: "通知" });
    await rig.relay.idle();
    const attempts = await all("dm", sessions);
    expect(attempts).toHaveLength(200);
    expect(attempts.every((attempt) => attempt.code === 0)).toBe(true);
    expect(await pending("dm", sessions)).toBe(1);

    rig.setTime(Date.parse("2026-11-22T00:00:00+08:00"));
    await rig.relay.sweep();
    await rig.relay.idle();
    expect(await pending("dm", sessions)).toBe(0);
  }, 60_000);
});

describe("a sliding limit of the whole bot", () => {
  const it = lineTest(routes, { settings: { limits: "2026" }, qq: { limits: "2026" } });

  it("is kept without asking QQ, and what it held goes out a little later", async ({ rig }) => {
    const attempts = async () => (await Promise.all(people.map((id) => rig.attempts("c2c", id)))).flat();
    await rig.post("/c2c/people", { title: "一" });
    await rig.relay.idle();
    expect((await attempts()).map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    for (let minute = 1; minute <= 3; minute += 1) {
      rig.setTime(rig.now() + 61_000);
      await rig.relay.sweep();
      await rig.relay.idle();
    }
    expect((await attempts()).map(({ code }) => code)).toEqual(people.map(() => 0));
  });
});
