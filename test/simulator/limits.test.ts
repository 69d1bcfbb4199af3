import { describe, expect } from "vitest";
import { simTest } from "./sim-test.ts";
import { minutes, textFor, type Scene } from "./sim.ts";

const test = simTest.extend("allow", ({ sim }) => async (count: number, scene: Scene, target = "T"): Promise<void> => {
  for (let sent = 0; sent < count; sent += 1) {
    expect(await sim.send(scene, textFor(scene), target), `send ${sent + 1}`).toMatchObject({ status: 200 });
    sim.pass(300);
  }
});

describe("proactive counts", () => {
  const rows = [
    { preset: "published", scene: "c2c", max: 4, answer: [400, 22009], until: "2026-12-01T00:00:00+08:00" },
    { preset: "published", scene: "group", max: 4, answer: [400, 22009], until: "2026-12-01T00:00:00+08:00" },
    { preset: "published", scene: "channel", max: 20, answer: [403, 304045], until: "2026-11-22T00:00:00+08:00" },
    { preset: "published", scene: "dm", max: 2, answer: [403, 304049], until: "2026-11-22T00:00:00+08:00" },
    { preset: "2026", scene: "c2c", max: 20, answer: [400, 40034100], until: "2026-11-21T10:01:00+08:00" },
    { preset: "2026", scene: "group", max: 20, answer: [400, 40034100], until: "2026-11-21T10:01:00+08:00" },
    { preset: "2026", scene: "channel", max: 20, answer: [403, 304045], until: "2026-11-22T00:00:00+08:00" },
    { preset: "2026", scene: "dm", max: 2, answer: [403, 304049], until: "2026-11-22T00:00:00+08:00" },
  ] as const;

  test.for(rows)("$preset $scene: $max until $until", async ({ preset, scene, max, answer, until }, { sim, allow }) => {
    await sim.control("settings", { limits: preset });
    await allow(max, scene);
    const [status, code] = answer;
    expect(await sim.send(scene, textFor(scene))).toMatchObject({ status, code, body: { err_code: code } });
    sim.goTo(until);
    sim.pass(-1);
    expect(await sim.send(scene, textFor(scene))).toMatchObject({ status, code });
    sim.pass(1);
    expect(await sim.send(scene, textFor(scene))).toMatchObject({ status: 200 });
  });

  test("a target's count is its own, and replies use none of it", async ({ sim, allow }) => {
    await allow(4, "group");
    await allow(1, "group", "T2");
    const msg_id = await sim.say("group");
    for (const msg_seq of [1, 2, 3, 4, 5])
      expect(await sim.send("group", textFor("group", { msg_id, msg_seq }))).toMatchObject({ status: 200 });
    expect(await sim.send("group", textFor("group"))).toMatchObject({ code: 22009 });
  });

  test("2026: 1000 a day to one target, whatever the pace", async ({ sim, allow }) => {
    await sim.control("settings", {
      limits: { preset: "2026", override: { group: { proactive: { "target-day": 21 } } } },
    });
    await allow(20, "group");
    sim.pass(minutes(2));
    await allow(1, "group");
    expect(await sim.send("group", textFor("group"))).toMatchObject({ code: 40034100 });
  });

  const botRows = [
    { scene: "c2c", certified: false, max: 5, span: 1_000 },
    { scene: "c2c", certified: true, max: 10, span: 1_000 },
    { scene: "group", certified: false, max: 30, span: 60_000 },
    { scene: "group", certified: true, max: 60, span: 60_000 },
  ] as const;
  test.for(botRows)(
    "2026 $scene, certified $certified: $max to all targets",
    async ({ scene, certified, max, span }, { sim }) => {
      await sim.control("settings", { limits: "2026", certified });
      for (let sent = 0; sent < max; sent += 1)
        expect(await sim.send(scene, textFor(scene), `T${sent}`)).toMatchObject({ status: 200 });
      expect(await sim.send(scene, textFor(scene), "other")).toMatchObject({ code: 40034100 });
      sim.pass(span - 1);
      expect(await sim.send(scene, textFor(scene), "other")).toMatchObject({ code: 40034100 });
      sim.pass(1);
      expect(await sim.send(scene, textFor(scene), "other")).toMatchObject({ status: 200 });
    },
  );

  test("2026: 30 a minute of an uncertified bot in c2c", async ({ sim }) => {
    await sim.control("settings", { limits: "2026" });
    for (let sent = 0; sent < 30; sent += 1) {
      expect(await sim.send("c2c", textFor("c2c"), `T${sent}`)).toMatchObject({ status: 200 });
      sim.pass(250);
    }
    expect(await sim.send("c2c", textFor("c2c"), "other")).toMatchObject({ code: 40034100 });
  });

  test("2026: the interface's 100 a second, replies too", async ({ sim }) => {
    const proactive = { "target-day": null, "target-minute": null, "bot-minute": null };
    await sim.control("settings", { limits: { preset: "2026", override: { group: { proactive } } } });
    for (let sent = 0; sent < 100; sent += 1)
      expect(await sim.send("group", textFor("group"))).toMatchObject({ status: 200 });
    const msg_id = await sim.say("group");
    expect(await sim.send("group", textFor("group", { msg_id }))).toMatchObject({ status: 429, code: 40034100 });
    sim.pass(1_000);
    expect(await sim.send("group", textFor("group", { msg_id }))).toMatchObject({ status: 200 });
  });

  test("a bot's 200 DMs a day", async ({ sim }) => {
    for (let sent = 0; sent < 200; sent += 1)
      expect(await sim.send("dm", textFor("dm"), `D${sent}`)).toMatchObject({ status: 200 });
    expect(await sim.send("dm", textFor("dm"), "D-other")).toMatchObject({ status: 403, code: 304050 });
  });

  test("a user's DMs count together, whichever session they go to", async ({ sim, allow }) => {
    await sim.say("dm", "D1", { user: "U" });
    await sim.say("dm", "D2", { user: "U" });
    await allow(1, "dm", "D1");
    await allow(1, "dm", "D2");
    expect(await sim.send("dm", textFor("dm"), "D1")).toMatchObject({ code: 304049 });
    await allow(1, "dm", "D3");
  });
});

describe("channels", () => {
  test("two channels of a guild a day; a channel that is not named is its own guild", async ({ sim, allow }) => {
    await sim.control("settings", { guilds: { C1: "G", C2: "G", C3: "G" } });
    await allow(2, "channel", "C1");
    await allow(1, "channel", "C2");
    expect(await sim.send("channel", textFor("channel"), "C3")).toMatchObject({ status: 403, code: 304047 });
    await allow(1, "channel", "C1");
    await allow(1, "channel", "C4");
    await allow(1, "channel", "C5");
    const msg_id = await sim.say("channel", "C3");
    expect(await sim.send("channel", textFor("channel", { msg_id }), "C3")).toMatchObject({ status: 200 });
    sim.goTo("2026-11-22T00:00:00+08:00");
    await allow(1, "channel", "C3");
  });

  test("an event names the guild of its channel", async ({ sim, allow }) => {
    for (const channel of ["C1", "C2", "C3"]) await sim.say("channel", channel, { guild: "G" });
    await allow(1, "channel", "C1");
    await allow(1, "channel", "C2");
    expect(await sim.send("channel", textFor("channel"), "C3")).toMatchObject({ code: 304047 });
  });

  test("five sends of any kind in a sliding second", async ({ sim }) => {
    const msg_id = await sim.say("channel");
    for (const more of [{}, { msg_id }, {}, { msg_id }, { msg_id }]) {
      expect(await sim.send("channel", textFor("channel", more))).toMatchObject({ status: 200 });
      sim.pass(100);
    }
    expect(await sim.send("channel", textFor("channel", { msg_id }))).toMatchObject({ status: 429, code: 20028 });
    sim.pass(499);
    expect(await sim.send("channel", textFor("channel", { msg_id }))).toMatchObject({ code: 20028 });
    sim.pass(1);
    expect(await sim.send("channel", textFor("channel", { msg_id }))).toMatchObject({ status: 200 });
    expect(await sim.send("channel", textFor("channel", { msg_id }))).toMatchObject({ code: 20028 });
  });
});

describe("overrides", () => {
  const off = { override: { group: { proactive: 0 } } };
  test.for([
    { name: "0 withdraws push", limits: off, scene: "group", code: 40034102 },
    { name: "0 by preset", limits: { preset: "2026", ...off }, scene: "group", code: 40034102 },
    {
      name: "0 by rule",
      limits: { override: { c2c: { proactive: { "target-month": 0 } } } },
      scene: "c2c",
      code: 40034102,
    },
    { name: "0 in a channel", limits: { override: { channel: { proactive: 0 } } }, scene: "channel", code: 304045 },
    { name: "0 DMs", limits: { override: { dm: { proactive: { "bot-day": 0 } } } }, scene: "dm", code: 304050 },
  ] as const)("$name", async ({ limits, scene, code }, { sim }) => {
    await sim.control("settings", { limits });
    expect(await sim.send(scene, textFor(scene))).toMatchObject({ code });
    const msg_id = await sim.say(scene);
    expect(await sim.send(scene, textFor(scene, { msg_id }))).toMatchObject({ status: 200 });
  });

  test("a count, null = never, and the sandbox", async ({ sim, allow }) => {
    await sim.control("settings", { limits: { override: { group: { proactive: 1 } } } });
    await allow(1, "group");
    expect(await sim.send("group", textFor("group"))).toMatchObject({ code: 22009 });
    await sim.control("settings", { limits: { override: { group: { proactive: null } } } });
    await allow(9, "group");
    await sim.control("settings", { limits: "published" });
    expect(await sim.send("group", textFor("group"))).toMatchObject({ code: 22009 });
    await sim.control("settings", { sandbox: true });
    await allow(9, "group");
  });

  test("what is left out keeps the preset's number", async ({ sim, allow }) => {
    await sim.control("settings", { limits: { override: { c2c: { reply: { times: 1 } } } } });
    await allow(4, "c2c");
    expect(await sim.send("c2c", textFor("c2c"))).toMatchObject({ code: 22009 });
  });
});

describe("what uses nothing up", () => {
  test("a refused send", async ({ sim, allow }) => {
    for (const bad of [{ msg_type: 9 }, { content: "" }, { msg_id: "nobody's" }])
      expect((await sim.send("group", textFor("group", bad))).status).toBe(400);
    await allow(4, "group");
  });

  test("an injected refusal", async ({ sim, allow }) => {
    await sim.control("faults", { times: 3, code: 304082 });
    for (let sent = 0; sent < 3; sent += 1)
      expect(await sim.send("group", textFor("group"))).toMatchObject({ status: 400, code: 304082 });
    await allow(4, "group");
  });
});

describe("wake-up messages", () => {
  const wake = { is_wakeup: true };
  test("one in each period after the last chat", async ({ sim }) => {
    await sim.control("settings", { limits: "2026" });
    expect(await sim.send("c2c", textFor("c2c", wake))).toMatchObject({ code: 40034123 });
    await sim.say("c2c");
    const days = [
      [0, 200],
      [0, 40034122],
      [1, 200],
      [2, 40034122],
      [4, 200],
      [8, 200],
      [30, 40034122],
      [31, 40034123],
    ] as const;
    const start = Date.parse("2026-11-21T10:00:00+08:00");
    for (const [day, answer] of days) {
      sim.goTo(new Date(start + day * 86_400_000).toISOString());
      const told = await sim.send("c2c", textFor("c2c", wake));
      expect(told.code ?? told.status, `day ${day}`).toBe(answer);
    }
  });

  test("not with an anchor, and not before 2026", async ({ sim }) => {
    const msg_id = await sim.say("c2c");
    expect(await sim.send("c2c", textFor("c2c", { ...wake, msg_id }))).toMatchObject({ code: 12002 });
    expect(await sim.send("c2c", textFor("c2c", wake))).toMatchObject({ code: 40034123 });
  });
});
