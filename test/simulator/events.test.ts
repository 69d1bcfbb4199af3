import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect } from "vitest";
import { isSigned, signCallback } from "../../simulator/sign.ts";
import { simTest } from "./sim-test.ts";
import { openSim, secret, textFor } from "./sim.ts";

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };
type Reply = { readonly status?: number; readonly text?: string; readonly never?: true };

/** A relay that keeps what it got and answers as told; the last reply is repeated. */
const received: Received[] = [];
let replies: Reply[] = [];
const relay = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    received.push({ headers: request.headers, body });
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? {};
    if (!reply.never) response.writeHead(reply.status ?? 200).end(reply.text ?? '{"op":12,"d":0}');
  });
});

const test = simTest
  .extend("relayUrl", { scope: "file" }, async ({}, { onCleanup }) => {
    await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
    onCleanup(() => {
      relay.closeAllConnections();
      relay.close();
    });
    return `http://127.0.0.1:${(relay.address() as AddressInfo).port}/events`;
  })
  .extend(
    "say",
    ({ sim }) =>
      async () =>
        (await sim.control("say", { scene: "group", target: "T", text: "hi" })).body["relayStatus"],
  )
  .extend("hold", ({ sim }) => async (scene: "channel" | "dm" = "channel"): Promise<string> => {
    const told = await sim.send(scene, textFor(scene));
    expect(told).toMatchObject({ status: 202, code: 304023 });
    const { message_audit: audit } = told.body["data"] as { message_audit: { audit_id: string } };
    return audit.audit_id;
  });

test.beforeEach(({ sim, relayUrl }) => {
  received.length = 0;
  replies = [];
  sim.setEventsUrl(relayUrl);
});

type Envelope = { readonly id: string; readonly t: string; readonly s: number; readonly d: Record<string, unknown> };
const bodyOf = (index: number): Envelope => JSON.parse(received[index]?.body ?? "");
const verify = ({ headers, body }: Received): boolean =>
  isSigned(secret, String(headers["x-signature-timestamp"]), body, String(headers["x-signature-ed25519"]));

describe("say", () => {
  test.for([
    {
      scene: "c2c",
      t: "C2C_MESSAGE_CREATE",
      d: { author: { id: "T", user_openid: "T", union_openid: "" }, content: "hi", message_type: 0, attachments: [] },
    },
    {
      scene: "group",
      t: "GROUP_AT_MESSAGE_CREATE",
      d: {
        group_openid: "T",
        group_id: "T",
        content: " hi ",
        author: { id: "U", member_openid: "U", member_role: "admin", username: "U", bot: false },
        mentions: [],
      },
    },
    {
      scene: "channel",
      t: "AT_MESSAGE_CREATE",
      d: { channel_id: "T", guild_id: "G", content: expect.stringMatching(/^<@!\d+> hi$/), member: { roles: ["2"] } },
    },
    {
      scene: "dm",
      t: "DIRECT_MESSAGE_CREATE",
      d: { guild_id: "T", src_guild_id: "G", direct_message: true, content: "hi", author: { id: "U" } },
    },
  ] as const)("$t", async ({ scene, t, d }, { sim }) => {
    const told = await sim.control("say", { scene, target: "T", text: "hi", user: "U", guild: "G", role: "admin" });
    expect(told.body).toEqual({ msg_id: expect.any(String), relayStatus: 200 });
    expect(received).toHaveLength(1);
    const envelope = bodyOf(0);
    expect(envelope).toMatchObject({ op: 0, t, d: { ...d, id: told.body["msg_id"] } });
    expect(envelope.id).toMatch(new RegExp(`^${t}:`));
    expect(envelope.d["timestamp"]).toBe("2026-11-21T10:00:00+08:00");
  });

  test("is signed over the raw body, with QQ's headers", async ({ sim }) => {
    await sim.say("group");
    expect(received[0]?.headers).toMatchObject({
      "user-agent": "QQBot-Callback",
      "content-type": "application/json",
      "x-bot-appid": "sim-app",
      "x-signature-method": "Ed25519",
      "x-signature-timestamp": String(Date.parse("2026-11-21T10:00:00+08:00") / 1_000),
    });
    expect(received.every(verify)).toBe(true);
  });

  test("badly signed, or not at all", async ({ sim }) => {
    await sim.control("say", { scene: "group", target: "T", text: "hi", signature: "bad" });
    await sim.control("say", { scene: "group", target: "T", text: "hi", signature: "none" });
    expect(received.map(verify)).toEqual([false, false]);
    expect(received[0]?.headers["x-signature-ed25519"]).toMatch(/^[0-9a-f]{128}$/);
    expect(received[1]?.headers["x-signature-ed25519"]).toBeUndefined();
  });

  test("the same message again, and one of the past", async ({ sim }) => {
    await sim.say("group", "T", { msg_id: "M", at: "2026-11-21T01:00:00Z" });
    await sim.say("group", "T", { msg_id: "M" });
    expect([bodyOf(0).d["id"], bodyOf(1).d["id"]]).toEqual(["M", "M"]);
    expect(bodyOf(0).id).not.toBe(bodyOf(1).id);
    expect(bodyOf(0).d["timestamp"]).toBe("2026-11-21T09:00:00+08:00");
  });

  test("the signature keeps the machine's time when the simulator's clock is moved", async ({ sim }) => {
    await sim.control("clock", { at: "2027-01-01T00:00:00+08:00" });
    await sim.say("group");
    expect(received[0]?.headers["x-signature-timestamp"]).toBe("1795226400");
    expect(bodyOf(0).d["timestamp"]).toBe("2027-01-01T00:00:00+08:00");
  });

  test("without a relay there is no status", async () => {
    const alone = await openSim();
    expect((await alone.control("say", { scene: "dm", target: "T", text: "hi" })).body["relayStatus"]).toBeNull();
    const nobody = await openSim("http://127.0.0.1:1/events");
    expect((await nobody.control("say", { scene: "dm", target: "T", text: "hi" })).body["relayStatus"]).toBeNull();
    expect((await nobody.call("GET", "/_sim/callbacks")).body).toHaveLength(3);
    await Promise.all([alone.stop(), nobody.stop()]);
  });
});

describe("event", () => {
  test("goes out as it is, under the id that was given", async ({ sim }) => {
    const d = { openid: "T", timestamp: 1784570617 };
    const told = await sim.control("event", { t: "C2C_MSG_RECEIVE", d, id: "C2C_MSG_RECEIVE:1" });
    expect(told.body).toEqual({ id: "C2C_MSG_RECEIVE:1", relayStatus: 200 });
    expect(bodyOf(0)).toEqual({ op: 0, id: "C2C_MSG_RECEIVE:1", t: "C2C_MSG_RECEIVE", d, s: expect.any(Number) });
    expect(received.every(verify)).toBe(true);
  });

  test.for([["GROUP_MSG_RECEIVE"], ["NOBODY_KNOWS"], ["__proto__"], ["INTERACTION_CREATE"], ["GUILD_DELETE"]])(
    "%s with an odd d changes nothing",
    async ([t], { sim }) => {
      for (const d of [{}, { group_openid: {}, author: [], timestamp: {}, id: null }, { openid: "", data: 7 }])
        expect((await sim.control("event", { t, d })).status).toBe(200);
      expect(await sim.send("group", textFor("group"))).toMatchObject({ status: 200 });
    },
  );
});

describe("acknowledgement", () => {
  test.for(['{"op":12,"d":0}', '{"op":12,"d":{}}', '{"opcode":12}', '{"code":0,"message":"success"}', ""])(
    "%s is one",
    async (text, { say }) => {
      replies = [{ text }];
      expect(await say()).toBe(200);
      expect(received).toHaveLength(1);
    },
  );

  test.for([
    { text: '{"op":12,"d":1}' },
    { text: "ok" },
    { text: '{"code":1}' },
    { status: 500 },
    { status: 401 },
    { status: 302 },
  ])("%o is none: three tries under one id", async (reply, { say }) => {
    replies = [reply];
    expect(await say()).toBe(reply.status ?? 200);
    expect(received).toHaveLength(3);
    expect(new Set([0, 1, 2].map((index) => bodyOf(index).id)).size).toBe(1);
    expect(new Set([0, 1, 2].map((index) => bodyOf(index).d["id"])).size).toBe(1);
  });

  test("tries end with the first one that is", async ({ sim, say }) => {
    replies = [{ status: 500 }, {}];
    expect(await say()).toBe(200);
    expect((await sim.call("GET", "/_sim/callbacks")).body).toMatchObject([
      { t: "GROUP_AT_MESSAGE_CREATE", status: 500, acknowledged: false },
      { t: "GROUP_AT_MESSAGE_CREATE", status: 200, acknowledged: true },
    ]);
  });

  test("a slow relay is asked again, as often as set", async ({ sim, say }) => {
    await sim.control("settings", { callbackTimeoutMs: 40, callbackTries: 2 });
    replies = [{ never: true }];
    expect(await say()).toBeNull();
    expect(received).toHaveLength(2);
  });
});

describe("the address check", () => {
  test("is signed, and knows a right answer from a wrong one", async ({ sim }) => {
    replies = [{ text: "{}" }];
    expect((await sim.control("check")).body).toEqual({ relayStatus: 200, valid: false });
    const { d } = bodyOf(0);
    expect(d).toEqual({ plain_token: expect.stringMatching(/^\w+$/), event_ts: expect.stringMatching(/^\d+$/) });
    expect(received.every(verify)).toBe(true);
  });

  test("passes who signs the token", async () => {
    const honest = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        const { plain_token, event_ts } = (JSON.parse(body) as Envelope).d as Record<string, string>;
        const signature = signCallback(secret, event_ts ?? "", plain_token ?? "");
        response.end(JSON.stringify({ plain_token, signature }));
      });
    });
    await new Promise<void>((resolve) => honest.listen(0, "127.0.0.1", resolve));
    const other = await openSim(`http://127.0.0.1:${(honest.address() as AddressInfo).port}`);
    expect((await other.control("check")).body).toEqual({ relayStatus: 200, valid: true });
    await other.stop();
    honest.closeAllConnections();
    honest.close();
  });
});

describe("permissions", () => {
  const at = 1_795_226_400;
  const rows = [
    { scene: "c2c", off: "C2C_MSG_REJECT", on: "C2C_MSG_RECEIVE", code: 40054013, d: { openid: "T" } },
    { scene: "group", off: "GROUP_MSG_REJECT", on: "GROUP_MSG_RECEIVE", code: 40034105, d: { group_openid: "T" } },
  ] as const;
  test.for(rows)(
    "$off refuses push and keeps replies; $on restores it",
    async ({ scene, off, on, code, d }, { sim }) => {
      const msg_id = await sim.say(scene);
      await sim.event(off, { ...d, timestamp: at });
      expect(await sim.send(scene, textFor(scene))).toMatchObject({ status: 400, code });
      expect(await sim.send(scene, textFor(scene, { msg_id }))).toMatchObject({ status: 200 });
      await sim.event(on, { ...d, timestamp: at });
      expect(await sim.send(scene, textFor(scene))).toMatchObject({ status: 200 });
    },
  );

  const lost = [
    { scene: "c2c", out: "FRIEND_DEL", back: "FRIEND_ADD", code: 40054004, d: { openid: "T" } },
    { scene: "group", out: "GROUP_DEL_ROBOT", back: "GROUP_ADD_ROBOT", code: 40034101, d: { group_openid: "T" } },
    { scene: "channel", out: "CHANNEL_DELETE", back: "CHANNEL_CREATE", code: 10003, d: { id: "T", guild_id: "G" } },
    { scene: "channel", out: "GUILD_DELETE", back: "GUILD_CREATE", code: 10003, d: { id: "G" } },
    { scene: "dm", out: "GUILD_DELETE", back: "GUILD_CREATE", code: 304032, d: { id: "G" } },
  ] as const;
  test.for(lost)(
    "$scene: $out refuses all and closes windows; $back undoes it",
    async ({ scene, out, back, code, d }, { sim }) => {
      const msg_id = await sim.say(scene, "T", { guild: "G" });
      await sim.event(out, { ...d, timestamp: at });
      for (const more of [{}, { msg_id }]) expect(await sim.send(scene, textFor(scene, more))).toMatchObject({ code });
      await sim.event(back, { ...d, timestamp: at });
      expect(await sim.send(scene, textFor(scene))).toMatchObject({ status: 200 });
      const answer = scene === "c2c" || scene === "group" ? 40034024 : 304026;
      expect(await sim.send(scene, textFor(scene, { msg_id }))).toMatchObject({ code: answer });
    },
  );

  test.for([
    [18, { user_openid: "T" }, "c2c"],
    [19, { group_openid: "T" }, "group"],
  ] as const)("an interaction of type %i gives push back", async ([type, ids, scene], { sim }) => {
    await sim.control("permission", { scene, target: "T", proactive: false });
    expect((await sim.send(scene, textFor(scene))).status).toBe(400);
    await sim.event("INTERACTION_CREATE", { id: "I", type, ...ids });
    expect(await sim.send(scene, textFor(scene))).toMatchObject({ status: 200 });
  });

  test.for([
    ["channel", { proactive: false }, 403, 304046],
    ["dm", { proactive: false }, 403, 304031],
    ["group", { muted: true }, 400, 40054002],
    ["group", { gone: true }, 400, 40034101],
  ] as const)("by hand: %s %o", async ([scene, change, status, code], { sim }) => {
    await sim.control("permission", { scene, target: "T", ...change });
    expect(await sim.send(scene, textFor(scene))).toMatchObject({ status, code });
    await sim.control("permission", { scene, target: "T", proactive: true, muted: false, gone: false });
    expect(await sim.send(scene, textFor(scene))).toMatchObject({ status: 200 });
  });

  test("a guild that takes no push", async ({ sim }) => {
    await sim.control("settings", { guilds: { T: "G" }, closedGuilds: ["G"] });
    expect(await sim.send("channel", textFor("channel"))).toMatchObject({ status: 403, code: 304048 });
    expect((await sim.call("GET", "/guilds/G/message/setting")).body).toEqual({
      disable_create_dm: false,
      disable_push_msg: true,
      channel_ids: ["T"],
      channel_push_max_num: 20,
    });
  });

  test("an id of another scene, when asked to mind it", async ({ sim }) => {
    await sim.say("group");
    expect(await sim.send("c2c", textFor("c2c"))).toMatchObject({ status: 200 });
    await sim.control("settings", { strictTargets: true });
    const told = await sim.send("c2c", textFor("c2c"));
    expect(told).toMatchObject({ status: 400, code: undefined });
    expect(told.body["message"]).toContain("请求的资源不存在");
    expect(await sim.send("group", textFor("group"))).toMatchObject({ status: 200 });
  });
});

describe("audit", () => {
  test.for(["channel", "dm"] as const)("%s: a person lets it pass", async (scene, { sim, hold }) => {
    await sim.control("settings", { audit: true });
    const audit_id = await hold(scene);
    expect(await sim.messages()).toMatchObject([{ status: 202, code: 304023, audit_id, permit: "proactive" }]);
    const told = await sim.control("audit", { audit_id, pass: true });
    expect(told.body).toEqual({ id: expect.stringMatching(/^MESSAGE_AUDIT_PASS:/), relayStatus: 200 });
    const [attempt] = await sim.messages();
    expect(bodyOf(0)).toMatchObject({
      t: "MESSAGE_AUDIT_PASS",
      d: { audit_id, channel_id: "T", message_id: attempt?.id, audit_time: "2026-11-21T10:00:00+08:00" },
    });
    expect(await sim.control("audit", { audit_id, pass: false })).toMatchObject({ status: 409 });
  });

  test("it counts until a person rejects it", async ({ sim, hold }) => {
    await sim.control("settings", { audit: true });
    const ids = [await hold("dm"), await hold("dm")];
    expect(await sim.send("dm", textFor("dm"))).toMatchObject({ code: 304049 });
    await sim.control("audit", { audit_id: ids[1], pass: false });
    expect(bodyOf(0)).toMatchObject({ t: "MESSAGE_AUDIT_REJECT" });
    expect(bodyOf(0).d).not.toHaveProperty("message_id");
    await hold("dm");
    expect(await sim.send("dm", textFor("dm"))).toMatchObject({ code: 304049 });
  });

  test("replies pass unless all are looked at; c2c and group know no audit", async ({ sim }) => {
    await sim.control("settings", { audit: true });
    const msg_id = await sim.say("channel");
    expect(await sim.send("channel", textFor("channel", { msg_id }))).toMatchObject({ status: 200 });
    expect(await sim.send("group", textFor("group"))).toMatchObject({ status: 200 });
    await sim.control("settings", { audit: "all", auditStatus: 200 });
    expect(await sim.send("channel", textFor("channel", { msg_id }))).toMatchObject({ status: 200, code: 304024 });
  });

  test("an unknown one", async ({ sim }) => {
    expect(await sim.control("audit", { audit_id: "x", pass: true })).toMatchObject({ status: 404 });
  });
});
