import { describe, expect } from "vitest";
import { simTest } from "./sim-test.ts";
import { minutes, textFor, type Scene } from "./sim.ts";

const test = simTest.extend(
  "reply",
  ({ sim }) =>
    (scene: Scene, msg_id: string, msg_seq = 1, target = "T") =>
      sim.send(scene, textFor(scene, { msg_id, msg_seq }), target),
);

describe("a message's window", () => {
  const rows = [
    { preset: "published", scene: "c2c", lasts: 60, times: 5, expired: [400, 40034005] },
    { preset: "published", scene: "group", lasts: 5, times: 5, expired: [400, 40034005] },
    { preset: "published", scene: "channel", lasts: 5, times: null, expired: [403, 304027] },
    { preset: "published", scene: "dm", lasts: 5, times: null, expired: [403, 304027] },
    { preset: "2026", scene: "c2c", lasts: 60, times: 4, expired: [400, 40034005] },
    { preset: "2026", scene: "group", lasts: 5, times: 5, expired: [400, 40034005] },
    { preset: "2026", scene: "channel", lasts: 5, times: null, expired: [403, 304027] },
    { preset: "2026", scene: "dm", lasts: 5, times: null, expired: [403, 304027] },
  ] as const;

  test.for(rows)(
    "$preset $scene closes after $lasts minutes",
    async ({ preset, scene, lasts, expired }, { sim, reply }) => {
      await sim.control("settings", { limits: preset });
      const id = await sim.say(scene);
      sim.pass(minutes(lasts) - 1);
      expect(await reply(scene, id)).toMatchObject({ status: 200 });
      sim.pass(1);
      const [status, code] = expired;
      expect(await reply(scene, id, 2)).toMatchObject({ status, code });
    },
  );

  test.for(rows)("$preset $scene allows $times replies", async ({ preset, scene, times }, { sim, reply }) => {
    await sim.control("settings", { limits: preset });
    const id = await sim.say(scene);
    for (let seq = 1; seq <= (times ?? 12); seq += 1) {
      expect(await reply(scene, id, seq)).toMatchObject({ status: 200 });
      sim.pass(200);
    }
    expect(await reply(scene, id, 99)).toMatchObject(
      times === null ? { status: 200 } : { status: 400, code: 40034128 },
    );
  });

  test("counts from the platform's time of the message", async ({ sim, reply }) => {
    const id = await sim.say("group", "T", { at: "2026-11-21T09:54:30+08:00" });
    expect(await reply("group", id)).toMatchObject({ code: 40034005 });
  });

  test.for([304103, 40034031, 40034128])("says %i when told to", async (windowCode, { sim, reply }) => {
    await sim.control("settings", { windowCode });
    const id = await sim.say("group");
    sim.pass(minutes(5));
    expect(await reply("group", id)).toMatchObject({ code: windowCode });
  });

  test("overridden", async ({ sim, reply }) => {
    await sim.control("settings", { limits: { override: { group: { reply: { minutes: 1, times: 1 } } } } });
    const id = await sim.say("group");
    expect(await reply("group", id)).toMatchObject({ status: 200 });
    expect(await reply("group", id, 2)).toMatchObject({ code: 40034128 });
    sim.pass(minutes(1));
    expect(await reply("group", id, 2)).toMatchObject({ code: 40034005 });
  });
});

describe("deduplication", () => {
  test.for(["c2c", "group"] as const)(
    "%s: a repeated seq is told so, even when nothing is left",
    async (scene, { sim, reply }) => {
      const id = await sim.say(scene);
      for (const seq of [1, 2, 3, 4, 5]) expect(await reply(scene, id, seq)).toMatchObject({ status: 200 });
      for (const seq of [1, 5]) expect(await reply(scene, id, seq)).toMatchObject({ status: 400, code: 40054005 });
      sim.pass(minutes(61));
      expect(await reply(scene, id, 3)).toMatchObject({ code: 40054005 });
    },
  );

  test("a missing seq is 1", async ({ sim, reply }) => {
    const msg_id = await sim.say("group");
    expect(await sim.send("group", textFor("group", { msg_id }))).toMatchObject({ status: 200 });
    expect(await reply("group", msg_id, 1)).toMatchObject({ code: 40054005 });
  });

  test("a refused reply leaves its seq free", async ({ sim, reply }) => {
    const msg_id = await sim.say("group");
    expect((await sim.send("group", { msg_type: 0, content: "", msg_id, msg_seq: 1 })).status).toBe(400);
    expect(await reply("group", msg_id, 1)).toMatchObject({ status: 200 });
  });

  test("seqs are the anchor's own", async ({ sim, reply }) => {
    expect(await reply("group", await sim.say("group"))).toMatchObject({ status: 200 });
    expect(await reply("group", await sim.say("group"))).toMatchObject({ status: 200 });
  });

  test.for(["channel", "dm"] as const)("%s knows none", async (scene, { sim, reply }) => {
    const id = await sim.say(scene);
    expect(await reply(scene, id)).toMatchObject({ status: 200 });
    expect(await reply(scene, id)).toMatchObject({ status: 200 });
  });
});

describe("anchors that are none", () => {
  test.for([
    { scene: "c2c", msg: 40034024, event: 40034025 },
    { scene: "group", msg: 40034024, event: 40034025 },
    { scene: "channel", msg: 304026, event: 304026 },
    { scene: "dm", msg: 304026, event: 304026 },
  ] as const)("$scene: unknown, or another chat's", async ({ scene, msg, event }, { sim, reply }) => {
    expect(await reply(scene, "nobody's")).toMatchObject({ code: msg });
    expect(await sim.send(scene, textFor(scene, { event_id: "nobody's" }))).toMatchObject({ code: event });
    expect(await reply(scene, await sim.say(scene, "other"))).toMatchObject({ code: msg });
    const elsewhere = scene === "group" ? "c2c" : "group";
    expect(await reply(scene, await sim.say(elsewhere, "T"))).toMatchObject({ code: msg });
  });

  test.for(["c2c", "group", "channel", "dm"] as const)("%s: both at once", async (scene, { sim }) => {
    const body = textFor(scene, { msg_id: await sim.say(scene), event_id: "e" });
    expect(await sim.send(scene, body)).toMatchObject({ status: 400, code: 12002 });
  });

  test("a public-domain bot answers only what mentions it", async ({ sim, reply }) => {
    await sim.control("settings", { publicDomain: true });
    const d = { id: "M", channel_id: "T", guild_id: "G", content: "hi", timestamp: "2026-11-21T10:00:00+08:00" };
    await sim.event("MESSAGE_CREATE", d);
    expect(await reply("channel", "M")).toMatchObject({ status: 403, code: 304028 });
    expect(await reply("channel", await sim.say("channel"))).toMatchObject({ status: 200 });
  });
});

describe("an event's window", () => {
  const at = Date.parse("2026-11-21T10:00:00+08:00") / 1_000;
  const press = { id: "I", type: 11, data: { type: 11, resolved: {} }, timestamp: "2026-11-21T10:00:00+08:00" };
  const rows = [
    { t: "INTERACTION_CREATE", d: { ...press, user_openid: "T" }, scene: "c2c" },
    { t: "C2C_MSG_RECEIVE", d: { openid: "T", timestamp: at }, scene: "c2c" },
    { t: "FRIEND_ADD", d: { openid: "T", timestamp: String(at) }, scene: "c2c" },
    { t: "INTERACTION_CREATE", d: { ...press, group_openid: "T", group_member_openid: "M" }, scene: "group" },
    { t: "GROUP_ADD_ROBOT", d: { group_openid: "T", timestamp: at }, scene: "group" },
    { t: "GROUP_MSG_RECEIVE", d: { group_openid: "T", timestamp: at }, scene: "group" },
    { t: "INTERACTION_CREATE", d: { ...press, channel_id: "T", guild_id: "G" }, scene: "channel" },
    { t: "GUILD_MEMBER_ADD", d: { guild_id: "T", user: { id: "3" } }, scene: "channel" },
    { t: "MESSAGE_REACTION_ADD", d: { channel_id: "T", guild_id: "G", user_id: "3" }, scene: "channel" },
    { t: "FORUM_THREAD_CREATE", d: { channel_id: 16, guild_id: 471 }, scene: "channel", target: "16" },
  ] as const;

  test.for(rows)("$t in $scene", async ({ t, d, scene, ...rest }, { sim }) => {
    const event_id = await sim.event(t, d);
    expect(event_id).toMatch(new RegExp(`^${t}:`));
    const target = "target" in rest ? rest.target : "T";
    const ask = (msg_seq: number) => sim.send(scene, textFor(scene, { event_id, msg_seq }), target);
    expect(await ask(1)).toMatchObject({ status: 200 });
    sim.pass(minutes(scene === "c2c" ? 60 : 5));
    const v2 = scene !== "channel";
    expect(await ask(2)).toMatchObject(v2 ? { code: 40034026 } : { code: 304027 });
  });

  test("deduplicates and counts like a message's", async ({ sim }) => {
    const event_id = await sim.event("GROUP_MSG_RECEIVE", { group_openid: "T", timestamp: at }, "GROUP_MSG_RECEIVE:1");
    expect(event_id).toBe("GROUP_MSG_RECEIVE:1");
    const ask = (msg_seq: number) => sim.send("group", textFor("group", { event_id, msg_seq }));
    for (const seq of [1, 2, 3, 4, 5]) expect(await ask(seq)).toMatchObject({ status: 200 });
    expect(await ask(6)).toMatchObject({ code: 40034128 });
    expect(await ask(2)).toMatchObject({ code: 40054005 });
  });

  test.for([
    { t: "GROUP_MEMBER_ADD", d: { group_openid: "T", timestamp: at }, scene: "group", code: 40034027 },
    { t: "GROUP_MSG_REJECT", d: { group_openid: "T", timestamp: at }, scene: "group", code: 40034027 },
    { t: "CHANNEL_CREATE", d: { id: "T", guild_id: "G" }, scene: "channel", code: 304026 },
  ] as const)("$t allows no reply", async ({ t, d, scene, code }, { sim }) => {
    const event_id = await sim.event(t, d);
    expect(await sim.send(scene, textFor(scene, { event_id }))).toMatchObject({ code });
  });
});
