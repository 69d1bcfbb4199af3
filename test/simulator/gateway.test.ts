import { once } from "node:events";
import { get } from "node:http";
import { connect as netConnect } from "node:net";
import { describe, expect } from "vitest";
import { dispatch } from "../../simulator/gateway/dispatch.ts";
import { newGateway, type Session } from "../../simulator/gateway/gateway.ts";
import { begin, connect, forGroups, type Frame, resume, token } from "./gateway-client.ts";
import { simTest } from "./sim-test.ts";
import { textFor } from "./sim.ts";

const test = simTest.extend("gateway", ({ sim }) => async (change: object) => {
  const answer = await sim.control("gateway", change);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
});

test.afterEach(async ({ sim }) => {
  await sim.control("gateway", { cut: true });
});

const ready: Partial<Frame> = { op: 0, s: 1, t: "READY" };
const invalid: Frame = { op: 9, d: false };
const resumed = { op: 0, t: "RESUMED", d: "" };

describe("the address", () => {
  test("is the simulator's own, by the name that was asked", async ({ sim }) => {
    expect((await sim.call("GET", "/gateway")).body).toEqual({ url: `ws://127.0.0.1:${sim.port}/websocket/` });
    const own = `localhost:${sim.port}`;
    for (const [host, named] of [
      [own, own],
      ["api.sgroup.qq.com", `127.0.0.1:${sim.port}`],
    ] as const) {
      const text = await new Promise<string>((resolve) => {
        const headers = { host, authorization: "Bot sim-app.any" };
        get(`${sim.url}/gateway`, { headers }, (answer) => answer.once("data", (data) => resolve(String(data))));
      });
      expect(JSON.parse(text)).toEqual({ url: `ws://${named}/websocket/` });
    }
  });

  test("comes with what is left of the day's sessions", async ({ sim, gateway }) => {
    const left = async () => (await sim.call("GET", "/gateway/bot")).body;
    expect(await left()).toEqual({
      url: `ws://127.0.0.1:${sim.port}/websocket/`,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    });
    const { id } = await begin(sim.url);
    expect(await (await resume(sim.url, id, 1)).next()).toMatchObject(resumed);
    sim.pass(1_000);
    expect(await left()).toMatchObject({ session_start_limit: { remaining: 999, reset_after: 86_399_000 } });
    await gateway({ remaining: 0, resetAfter: 5_000 });
    const client = await connect(sim.url);
    client.send({ op: 2, d: { token, intents: forGroups } });
    expect(await client.next()).toEqual(invalid);
    sim.pass(5_000);
    client.send({ op: 2, d: { token, intents: forGroups } });
    expect(await client.next()).toMatchObject(ready);
  });

  test("is not lost with a caller who goes while he is refused", async ({ sim }) => {
    const called = Array.from({ length: 20 }, async () => {
      const caller = netConnect(sim.port, "127.0.0.1");
      caller.on("error", () => undefined);
      await once(caller, "connect");
      caller.write(
        `GET /nowhere HTTP/1.1\r\nhost: 127.0.0.1:${sim.port}\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n`,
      );
      await new Promise((written) => setImmediate(written));
      caller.resetAndDestroy();
      await once(caller, "close");
    });
    await Promise.all(called);
    expect((await sim.call("GET", "/gateway")).status).toBe(200);
  });

  test("is not for web pages, and nothing else is a gateway", async ({ sim }) => {
    await expect(connect(sim.url, { origin: "https://example.com" })).rejects.toThrow("403");
    await expect(connect(`${sim.url}/elsewhere`)).rejects.toThrow("404");
  });
});

describe("a session begins", () => {
  test("with Hello, Identify, READY", async ({ sim, gateway }) => {
    await gateway({ interval: 30_000 });
    const client = await connect(sim.url);
    expect(client.hello).toEqual({ op: 10, d: { heartbeat_interval: 30_000 } });
    client.send({ op: 2, d: { token, intents: forGroups, shard: [0, 1], properties: {} } });
    const frame = await client.next();
    expect(frame).toEqual({
      op: 0,
      s: 1,
      t: "READY",
      d: {
        version: 1,
        session_id: expect.any(String),
        user: { id: expect.stringMatching(/^\d+$/), username: "sim-bot", bot: true, status: 1 },
        shard: [0, 1],
      },
    });
  });

  test("by a token in each form that bots send", async ({ sim }) => {
    const asked = { appId: "sim-app", clientSecret: "sim-secret-0123456789" };
    const issued = String((await sim.call("POST", "/app/getAppAccessToken", asked)).body["access_token"]);
    for (const form of [`QQBot ${issued}`, `Bot ${issued}`, issued, "Bot sim-app.old", "sim-app.old"]) {
      const client = await connect(sim.url);
      client.send({ op: 2, d: { token: form, intents: forGroups } });
      expect(await client.next()).toMatchObject(ready);
    }
  });

  test("not by a wrong token: op 9, then 4004", async ({ sim }) => {
    for (const d of [
      { token: "QQBot wrong", intents: forGroups },
      { token: "QQBot wrong", session_id: "any", seq: 1 },
    ]) {
      const client = await connect(sim.url);
      client.send({ op: "seq" in d ? 6 : 2, d });
      expect(await client.next()).toEqual(invalid);
      expect(await client.closed).toBe(4004);
    }
  });

  const identify = (more: object): object => ({ op: 2, d: { token, intents: forGroups, ...more } });
  test.for<[what: string, frames: readonly (object | string)[], code: number]>([
    ["an unknown op", [{ op: 3 }], 4001],
    ["no JSON", ["{"], 4002],
    ["no frame", ["[]"], 4002],
    ["an Identify without intents", [{ op: 2, d: { token } }], 4002],
    ["a heartbeat first of all", [{ op: 1, d: null }], 4003],
    ["a second Identify", [identify({}), identify({})], 4005],
    ["a Resume after it", [identify({}), { op: 6, d: { token, session_id: "x", seq: 1 } }], 4005],
    ["a shard that there is not", [identify({ shard: [1, 1] })], 4010],
    ["a bit that nobody knows", [identify({ intents: 2 ** 5 })], 4013],
    ["bits beyond all", [identify({ intents: 2 ** 31 })], 4013],
  ])("%s ends it with %i", async ([, frames, code], { sim }) => {
    const client = await connect(sim.url);
    for (const frame of frames) client.send(frame);
    expect(await client.closed).toBe(code);
  });

  test("not with intents that the bot has no right to, until it asks for fewer", async ({ sim, gateway }) => {
    await gateway({ permitted: forGroups });
    const client = await connect(sim.url);
    client.send(identify({ intents: forGroups + 2 ** 9 }));
    expect(await client.next()).toEqual(invalid);
    client.send(identify({}));
    expect(await client.next()).toMatchObject(ready);
    await gateway({ refuseBy: 4014 });
    const other = await connect(sim.url);
    other.send(identify({ intents: 2 ** 30 }));
    expect(await other.closed).toBe(4014);
  });

  test("not while the bot is taken down", async ({ sim, gateway }) => {
    const { id } = await begin(sim.url);
    await gateway({ refuse: 4915 });
    const client = await connect(sim.url);
    client.send(identify({}));
    expect(await client.closed).toBe(4915);
    expect(await (await resume(sim.url, id, 1)).closed).toBe(4915);
    await gateway({ refuse: null });
    await begin(sim.url);
  });
});

describe("heartbeats", () => {
  test.for([{ d: null }, { d: 7 }, {}, { s: 7 }])("%j is one", async (beat, { sim }) => {
    const client = await begin(sim.url);
    client.send({ op: 1, ...beat });
    expect(await client.next()).toEqual({ op: 11 });
  });

  test("two intervals without one end the connection, not the session", async ({ sim, gateway }) => {
    await gateway({ interval: 20 });
    const { id, closed } = await begin(sim.url);
    expect(await closed).toBe(4009);
    expect(await (await resume(sim.url, id, 1)).next()).toMatchObject(resumed);
  });

  test("may be asked for", async ({ sim, gateway }) => {
    const client = await begin(sim.url);
    await gateway({ op1: true });
    expect(await client.next()).toEqual({ op: 1 });
  });

  test("a silent gateway hears none, and says nothing of what happens", async ({ sim, gateway }) => {
    const client = await begin(sim.url);
    await gateway({ silent: true });
    client.send({ op: 1, d: 1 });
    expect((await sim.control("say", { scene: "group", target: "T", text: "hi" })).body["relayStatus"]).toBeNull();
    await gateway({ silent: false });
    client.send({ op: 1, d: 1 });
    expect(await client.next()).toEqual({ op: 11 });
    expect((await (await resume(sim.url, client.id, 1)).next()).t).toBe("GROUP_AT_MESSAGE_CREATE");
  });
});

describe("events", () => {
  test("come numbered, with the id that a callback has, and only if asked for", async ({ sim }) => {
    const client = await begin(sim.url);
    await sim.say("channel");
    const id = await sim.event("FRIEND_ADD", { openid: "U" });
    const message = await sim.say("group");
    expect(await client.next()).toEqual({ op: 0, s: 2, t: "FRIEND_ADD", id, d: { openid: "U" } });
    expect(await client.next()).toMatchObject({ s: 3, t: "GROUP_AT_MESSAGE_CREATE", d: { id: message } });
  });

  test.for([
    [0, "GUILD_CREATE"],
    [1, "GUILD_MEMBER_ADD"],
    [9, "MESSAGE_CREATE"],
    [10, "MESSAGE_REACTION_ADD"],
    [12, "DIRECT_MESSAGE_CREATE"],
    [24, "GROUP_MEMBER_ADD"],
    [25, "C2C_MSG_REJECT"],
    [25, "GROUP_MESSAGE_CREATE"],
    [26, "INTERACTION_CREATE"],
    [27, "MESSAGE_AUDIT_PASS"],
    [28, "FORUM_POST_CREATE"],
    [30, "AT_MESSAGE_CREATE"],
  ] as const)("bit %i asks for %s", async ([bit, t], { sim }) => {
    const [with_, without] = [await begin(sim.url, 2 ** bit), await begin(sim.url, 2 ** 29)];
    await sim.event(t, {});
    await sim.event("AUDIO_START", {});
    expect((await with_.next()).t).toBe(t);
    expect((await without.next()).t).toBe("AUDIO_START");
  });

  test("are answered 200 where a bot heard them, else null", async ({ sim }) => {
    const say = async () => (await sim.control("say", { scene: "group", target: "T", text: "hi" })).body["relayStatus"];
    expect(await say()).toBeNull();
    await begin(sim.url, 2 ** 30);
    expect(await say()).toBeNull();
    await begin(sim.url);
    expect(await say()).toBe(200);
  });

  test("go by callback alone where the console says so", async ({ sim }) => {
    const { id } = await begin(sim.url);
    await sim.control("settings", { events: "callback" });
    await sim.say("group");
    expect(await (await resume(sim.url, id, 1)).next()).toMatchObject(resumed);
  });

  test("what a reply hangs on is the same", async ({ sim }) => {
    const client = await begin(sim.url);
    await sim.event("FRIEND_ADD", { openid: "T" });
    const { id } = await client.next();
    expect(await sim.send("c2c", textFor("c2c", { event_id: id }))).toMatchObject({ status: 200 });
  });
});

describe("a session goes on", () => {
  test("after what came since, told by RESUMED, whose d is a text", async ({ sim }) => {
    const first = await begin(sim.url);
    await sim.say("group");
    first.socket.terminate();
    const ids = [await sim.event("FRIEND_ADD", { openid: "U" }), await sim.event("FRIEND_DEL", { openid: "U" })];
    const client = await resume(sim.url, first.id, 2);
    expect(await client.next()).toMatchObject({ s: 3, id: ids[0] });
    expect(await client.next()).toMatchObject({ s: 4, id: ids[1] });
    expect(await client.next()).toEqual({ ...resumed, s: 4 });
    await sim.say("group");
    expect(await client.next()).toMatchObject({ s: 5 });
  });

  test("also with events of long ago, as bots have seen it", async ({ sim, gateway }) => {
    const { id } = await begin(sim.url);
    for (const user of ["A", "B", "C"]) await sim.event("FRIEND_ADD", { openid: user });
    await gateway({ replayOld: 2 });
    const client = await resume(sim.url, id, 4);
    expect([await client.next(), await client.next()].map(({ s }) => s)).toEqual([3, 4]);
    expect(await client.next()).toMatchObject(resumed);
  });

  test("with the last thousand events at most", () => {
    const gateway = newGateway();
    const session: Session = { id: "S", intents: forGroups, shard: [0, 1], s: 1, log: [] };
    gateway.sessions.set("S", session);
    for (let sent = 0; sent < 1_004; sent += 1) dispatch(gateway, { id: "E", t: "FRIEND_ADD", d: {} });
    expect(session.log.map(({ s }) => s)).toEqual(Array.from({ length: 1_000 }, (_, at) => at + 6));
  });

  test("not one that is not there, nor beyond its end", async ({ sim }) => {
    const { id } = await begin(sim.url);
    expect(await (await resume(sim.url, "another", 1)).next()).toEqual(invalid);
    expect(await (await resume(sim.url, id, 2)).closed).toBe(4007);
  });

  test("from nothing where no event came yet", async ({ sim }) => {
    const { id } = await begin(sim.url);
    await sim.say("group");
    expect(await (await resume(sim.url, id, null)).next()).toMatchObject({ s: 2 });
  });

  test("on one connection: the older is thrown out", async ({ sim }) => {
    const first = await begin(sim.url);
    const second = await resume(sim.url, first.id, 1);
    expect(await first.closed).toBe(4902);
    expect(await second.next()).toMatchObject(resumed);
    await sim.say("group");
    expect(await second.next()).toMatchObject({ s: 2 });
  });

  test("over a reset, which empties what could be brought again", async ({ sim }) => {
    const client = await begin(sim.url);
    await sim.say("group");
    await client.next();
    await sim.control("reset");
    await sim.say("group");
    expect(await client.next()).toMatchObject({ s: 3 });
    const again = await resume(sim.url, client.id, 1);
    expect(await again.next()).toMatchObject({ s: 3 });
  });
});

describe("what the gateway is told to do", () => {
  test("op 7, and a second later 4009", async ({ sim, gateway }) => {
    const client = await begin(sim.url);
    await gateway({ op7: true });
    expect(await client.next()).toEqual({ op: 7 });
    expect(await client.closed).toBe(4009);
    expect(await (await resume(sim.url, client.id, 1)).next()).toMatchObject(resumed);
  });

  test("op 9: the session is over", async ({ sim, gateway }) => {
    const client = await begin(sim.url);
    await gateway({ op9: true });
    expect(await client.next()).toEqual(invalid);
    expect(await (await resume(sim.url, client.id, 1)).next()).toEqual(invalid);
    client.send({ op: 2, d: { token, intents: forGroups } });
    expect(await client.next()).toMatchObject(ready);
  });

  test.for([
    [4009, resumed],
    [4006, invalid],
  ] as const)("close %i", async ([code, then], { sim, gateway }) => {
    const client = await begin(sim.url);
    await gateway({ close: code });
    expect(await client.closed).toBe(code);
    expect(await (await resume(sim.url, client.id, 1)).next()).toMatchObject(then);
  });

  test("close 4902: a Resume meets it again, an Identify does not", async ({ sim, gateway }) => {
    const client = await begin(sim.url);
    await gateway({ close: 4902 });
    expect(await client.closed).toBe(4902);
    expect(await (await resume(sim.url, client.id, 1)).closed).toBe(4902);
    await begin(sim.url);
  });

  test("cut: without a word", async ({ sim, gateway }) => {
    const client = await begin(sim.url);
    await gateway({ cut: true });
    expect(await client.closed).toBe(1006);
    expect(await (await resume(sim.url, client.id, 1)).next()).toMatchObject(resumed);
  });

  test("is seen, without any token", async ({ sim, gateway }) => {
    const { id } = await begin(sim.url);
    const seen = await gateway({});
    expect(seen).toMatchObject({ identifies: 1, resumes: 0, connections: 1, interval: 45_000, refuse: null });
    expect(seen["sessions"]).toContainEqual({ id, intents: forGroups, s: 1, connected: true });
    expect(JSON.stringify((await sim.call("GET", "/_sim/gateway")).body)).not.toContain("sim-app.any");
  });

  test("names the field that does not fit", async ({ sim }) => {
    expect(await sim.control("gateway", { close: 999 })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/^close/) },
    });
    expect(await sim.control("gateway", { op8: true })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/^op8/) },
    });
  });
});

describe("who has to be online", () => {
  test("a bot that pushes in guilds, where the rule holds", async ({ sim }) => {
    await sim.control("settings", { onlineRule: true });
    const message = await sim.say("channel");
    for (const scene of ["channel", "dm"] as const)
      expect(await sim.send(scene, textFor(scene))).toMatchObject({ status: 403, code: 304018 });
    expect(await sim.send("channel", textFor("channel", { msg_id: message }))).toMatchObject({ status: 200 });
    expect(await sim.send("group", textFor("group"))).toMatchObject({ status: 200 });
    const client = await begin(sim.url);
    expect(await sim.send("channel", textFor("channel"))).toMatchObject({ status: 200 });
    client.socket.close();
    await client.closed;
    await expect.poll(() => sim.send("dm", textFor("dm"))).toMatchObject({ code: 304018 });
  });
});
