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

const inGuild = (id: string, reserve = 0) =>
  ({
    scene: "channel",
    source: "generic",
    open: true,
    to: [{ id, guild: "7" }],
    policy: { reserve },
  }) as const;

describe("a shared quota", () => {
  const kept: Routes = Object.fromEntries(channels.map((id) => [id, inGuild(id, 1)]));
  const it = lineTest(
    { ...kept, dms: { scene: "dm", source: "generic", open: true, to: sessions, policy: { reserve: 1 } } },
    { qq: { guilds: Object.fromEntries(channels.map((id) => [id, "7"])) } },
  );

  it("keeps the routes' reserve for what is critical, of a guild's two channels", async ({ rig }) => {
    const told = async () =>
      (await Promise.all(channels.map((id) => rig.received("channel", id)))).map((all) => all.length);
    for (const id of ["101", "102"]) await rig.post(`/channel/${id}`, { title: "琐事" });
    await rig.relay.idle();
    expect((await told()).reduce((sum, count) => sum + count)).toBe(1);
    await rig.post("/channel/103", { title: "着火了", level: "critical" });
    await rig.relay.idle();
    expect((await told())[2]).toBe(1);
  });

  it("keeps it also where the channel was told that nothing else is left", async ({ rig }) => {
    for (const id of ["101", "102"]) {
      await rig.post(`/channel/${id}`, { title: "琐事" });
      await rig.relay.idle();
    }
    await rig.post("/channel/102", { title: "着火了", level: "critical" });
    await rig.relay.idle();
    expect(
      (await rig.received("channel", "102")).map(({ body }) => String(body["content"]).includes("着火了")),
    ).toEqual([true]);
    expect((await rig.deliveries("channel", "102")).map(({ state }) => state).toSorted()).toEqual(["pending", "sent"]);
  });

  it("keeps it of the bot's direct messages", async ({ rig }) => {
    const told = async () => (await Promise.all(sessions.map((id) => rig.received("dm", id)))).flat().length;
    await rig.post("/dm/dms", { title: "琐事" });
    await rig.relay.idle();
    expect(await told()).toBe(199);
    await rig.post("/dm/dms", { title: "着火了", level: "critical" });
    await rig.relay.idle();
    expect(await told()).toBe(200);
  }, 60_000);
});

describe("the channels of a guild", () => {
  const four = ["101", "102", "103", "104"];
  const each: Routes = Object.fromEntries(four.map((id) => [id, inGuild(id)]));
  const it = lineTest(each, { qq: { guilds: Object.fromEntries(four.map((id) => [id, "7"])) } })
    .extend("tell", ({ rig }) => async (ids: readonly string[], level = "info") => {
      for (const id of ids) await rig.post(`/channel/${id}`, { title: `第 ${rig.now()} 条`, level });
      await rig.relay.idle();
    })
    .extend("sweepAt", ({ rig }) => async (time: string) => {
      rig.setTime(Date.parse(`2026-11-${time}+08:00`));
      await rig.relay.sweep();
      await rig.relay.idle();
    })
    .extend("toldOn", ({ rig }) => async (day: string) => {
      const told = await Promise.all(four.map((id) => rig.received("channel", id)));
      return four.filter((_, at) =>
        told[at]?.some((attempt) =>
          new Date(Date.parse(attempt.at) + 8 * 3_600_000).toISOString().startsWith(`2026-11-${day}`),
        ),
      );
    })
    .extend(
      "refused",
      ({ rig }) =>
        async () =>
          (await Promise.all(four.map((id) => rig.attempts("channel", id)))).flat().filter(({ code }) => code !== 0),
    );

  it("that had a place yesterday make way in the morning for one that found none", async ({
    tell,
    sweepAt,
    toldOn,
    refused,
  }) => {
    await tell(["101", "102", "103"]);
    expect(await toldOn("21")).toEqual(["101", "102"]);
    await sweepAt("22T00:00:30");
    await tell(["101", "102"]);
    const [first, ...others] = (await toldOn("22")).toSorted((a, b) => Number(b === "103") - Number(a === "103"));
    expect([first, others.length]).toEqual(["103", 1]);
    // Who made way is told on the third day, before one that had two days in a row.
    await sweepAt("22T12:00:10");
    await tell(["101", "102", "103"]);
    await sweepAt("23T00:00:30");
    await tell(["101", "102", "103"]);
    expect(await toldOn("23")).toContain(others.includes("101") ? "102" : "101");
    expect(await refused()).toEqual([]);
  });

  it("have their places back at noon, where nobody came for them", async ({ rig, tell, sweepAt, toldOn, refused }) => {
    await tell(["101", "102", "103", "104"]);
    await sweepAt("22T00:00:30");
    // Both that found no place had something waiting; they are told, and no place is left.
    expect(await toldOn("22")).toEqual(["103", "104"]);
    // The others find none then, and are told as replies.
    await tell(["101", "102"]);
    for (const id of ["101", "102"]) await rig.say("channel", id);
    await sweepAt("23T00:00:30");
    await tell(["103", "104"]);
    expect(await toldOn("23")).toEqual([]);
    await sweepAt("23T12:00:10");
    expect(await toldOn("23")).toEqual(["103", "104"]);
    expect(await refused()).toEqual([]);
  });

  it("make way for nobody with what is critical", async ({ tell, sweepAt, toldOn }) => {
    await tell(["101", "102"]);
    await tell(["103", "104"]);
    await sweepAt("22T00:00:00");
    await sweepAt("23T00:00:30");
    await tell(["103", "104"], "critical");
    expect(await toldOn("23")).toEqual(["103", "104"]);
  });

  it("know no delay where there are two", async ({ rig, tell, toldOn }) => {
    for (const day of ["21", "22", "23", "24"]) {
      rig.setTime(Date.parse(`2026-11-${day}T00:05:00+08:00`));
      await tell(["101", "102"]);
      expect(await toldOn(day)).toEqual(["101", "102"]);
    }
  });
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
