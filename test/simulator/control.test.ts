import { connect } from "node:net";
import * as fc from "fast-check";
import { describe, expect } from "vitest";
import { simTest } from "./sim-test.ts";
import { paths, textFor, type Scene } from "./sim.ts";

const test = simTest.extend(
  "alive",
  ({ sim }) =>
    async (): Promise<boolean> =>
      (await sim.call("GET", "/users/@me")).status === 200,
);

describe("messages", () => {
  test("lists every attempt in order, with what allowed it", async ({ sim }) => {
    const msg_id = await sim.say("group");
    const event_id = await sim.event("GROUP_MSG_RECEIVE", { group_openid: "T" });
    const bodies = [{}, { msg_id }, { event_id }, { content: 7 }].map((more) => textFor("group", more));
    for (const body of bodies) await sim.send("group", body);
    const list = await sim.messages();
    expect(list.map((one) => one.body)).toEqual(bodies);
    expect(list.map(({ permit, status, code }) => [permit, status, code])).toEqual([
      ["proactive", 200, 0],
      ["msg", 200, 0],
      ["event", 200, 0],
      ["proactive", 400, 12002],
    ]);
    expect(list[0]).toEqual({
      at: "2026-11-21T02:00:00.000Z",
      scene: "group",
      target: "T",
      status: 200,
      code: 0,
      permit: "proactive",
      body: bodies[0],
      id: expect.stringMatching(/^ROBOT1\.0_/),
    });
  });

  test("can be asked for by scene and target", async ({ sim }) => {
    for (const scene of ["c2c", "group", "channel", "dm"] as const) {
      await sim.send(scene, textFor(scene), "A");
      await sim.send(scene, textFor(scene), "B");
    }
    const count = async (query: string) => (await sim.messages(query)).length;
    expect(await count("")).toBe(8);
    expect(await count("?scene=group")).toBe(2);
    expect(await count("?target=A")).toBe(4);
    expect(await count("?scene=dm&target=B")).toBe(1);
    expect(await count("?scene=&target=")).toBe(8);
    expect(await count("?target=C")).toBe(0);
    expect(await sim.call("GET", "/_sim/messages?scene=room")).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/^scene: /) },
    });
  });

  test("are the newest so many where a limit is named, in order", async ({ sim }) => {
    for (const content of ["甲", "乙", "丙"]) await sim.send("c2c", { msg_type: 0, content }, "A");
    await sim.send("c2c", { msg_type: 0, content: "丁" }, "B");
    const told = async (query: string) => (await sim.messages(query)).map(({ body }) => body);
    expect(await told("?target=A&limit=2")).toMatchObject([{ content: "乙" }, { content: "丙" }]);
    expect(await told("?limit=1")).toMatchObject([{ content: "丁" }]);
    expect(await told("?target=A&limit=9")).toHaveLength(3);
    expect(await told("?limit=")).toHaveLength(4);
    for (const limit of ["0", "-1", "1.5", "many", "1e3"])
      expect(await sim.call("GET", `/_sim/messages?limit=${limit}`)).toMatchObject({
        status: 400,
        body: { error: "limit: a whole number from 1 on" },
      });
  });
});

describe("said", () => {
  test("lists what people said, told to the bot or not, by scene and target", async ({ sim }) => {
    const first = await sim.say("group", "G", { user: "U1", text: "状态" });
    await sim.say("group", "G", { mention: false });
    await sim.say("channel", "C", { mention: "all", at: "2026-11-21T09:00:00+08:00" });
    await sim.say("c2c", "P", { user: "someone else" });
    const list = async (query = "") => (await sim.call("GET", `/_sim/said${query}`)).body as unknown as object[];
    expect((await list("?scene=group&target=G"))[0]).toEqual({
      at: "2026-11-21T02:00:00.000Z",
      scene: "group",
      target: "G",
      user: "U1",
      text: "状态",
      msg_id: first,
      mention: true,
      relayStatus: null,
    });
    expect(await list()).toMatchObject([
      { user: "U1" },
      { user: "member-of-G", mention: false },
      { user: "user-of-C", mention: "all", at: "2026-11-21T01:00:00.000Z" },
      { user: "P" },
    ]);
    expect(await list("?target=P")).toHaveLength(1);
    expect(await list("?limit=2")).toMatchObject([{ target: "C" }, { target: "P" }]);
    expect(await list("?target=G&limit=1")).toMatchObject([{ mention: false }]);
    await sim.control("reset");
    expect(await list()).toEqual([]);
  });
});

test("a reset forgets everything", async ({ sim }) => {
  const msg_id = await sim.say("group");
  await sim.control("settings", { limits: "2026", urlRule: true, ark: false });
  await sim.control("faults", { times: 9, code: 304082 });
  await sim.control("permission", { scene: "c2c", target: "T", proactive: false });
  await sim.control("clock", { at: "2030-01-01T00:00:00Z" });
  const before = (await sim.control("settings")).body;
  expect(await sim.control("reset")).toMatchObject({ status: 200, body: {} });
  expect(await sim.messages()).toEqual([]);
  expect((await sim.call("GET", "/_sim/faults")).body).toEqual([]);
  const after = (await sim.call("GET", "/_sim/settings")).body;
  expect(after).not.toEqual(before);
  expect(after).toMatchObject({ limits: { preset: "published" }, urlRule: false, ark: true });
  expect(await sim.send("c2c", textFor("c2c"))).toMatchObject({ status: 200 });
  expect(await sim.send("group", textFor("group", { msg_id }))).toMatchObject({ code: 40034024 });
  for (let sent = 0; sent < 4; sent += 1) expect((await sim.send("group", textFor("group"))).status).toBe(200);
  expect((await sim.messages()).every(({ at }) => at.startsWith("2026-11-21"))).toBe(true);
});

test("settings keep what is left out", async ({ sim }) => {
  await sim.control("settings", { urlRule: true });
  expect((await sim.control("settings", { audit: true })).body).toMatchObject({ urlRule: true, audit: true });
});

test("the clock can be moved, and goes on from there", async ({ sim }) => {
  for (let sent = 0; sent < 4; sent += 1) await sim.send("group", textFor("group"));
  expect(await sim.send("group", textFor("group"))).toMatchObject({ code: 22009 });
  const moved = await sim.control("clock", { at: "2026-11-30T23:59:59.999+08:00" });
  expect(moved.body).toEqual({ now: "2026-11-30T15:59:59.999Z" });
  expect(await sim.send("group", textFor("group"))).toMatchObject({ code: 22009 });
  sim.pass(1);
  expect(await sim.send("group", textFor("group"))).toMatchObject({ status: 200 });
  await sim.control("clock", { at: null });
  expect(await sim.send("group", textFor("group"))).toMatchObject({ code: 22009 });
});

describe("a body that does not fit is told by its field", () => {
  test.for<[name: string, body: unknown, field: string]>([
    ["say", { scene: "room", target: "T", text: "x" }, "scene"],
    ["say", { scene: "group", text: "x" }, "target"],
    ["say", { scene: "group", target: "T" }, "text"],
    ["say", { scene: "group", target: "T", text: "x", at: "yesterday" }, "at"],
    ["event", { d: {} }, "t"],
    ["event", { t: "X", d: 7 }, "d"],
    ["audit", { audit_id: "a" }, "pass"],
    ["faults", { times: 0, code: 1 }, "times"],
    ["faults", { times: 1 }, "code"],
    ["faults", { times: 1, code: 1, drop: "later" }, "drop"],
    ["faults", { times: 1, code: 1, status: 99 }, "status"],
    ["faults", { times: 1, delay: 5 }, "delay"],
    ["settings", { limits: "2025" }, "limits.preset"],
    ["settings", { limits: { override: { room: {} } } }, "limits.override.room"],
    ["settings", { limits: { override: { group: { proactive: -1 } } } }, "limits.override.group.proactive"],
    ["settings", { limits: { override: { group: { proactive: { x: 1 } } } } }, "limits.override.group.proactive.x"],
    ["settings", { urlRule: "yes" }, "urlRule"],
    ["settings", { guilds: { C: 7 } }, "guilds.C"],
    ["settings", { urlrule: true }, "urlrule"],
    ["permission", { scene: "group", target: "T", proactive: 1 }, "proactive"],
    ["clock", { at: "noon" }, "at"],
    ["clock", {}, "at"],
    ["settings", "{", "body"],
    ["settings", "[]", "body"],
  ])("%s %o", async ([name, body, field], { sim }) => {
    const told = await sim.control(name, body);
    expect(told.status).toBe(400);
    expect(told.body["error"]).toMatch(new RegExp(`^${field.replaceAll(".", "\\.")}: `));
  });
});

describe("whatever comes in", () => {
  const scenes = Object.keys(paths) as Scene[];
  const fields = [
    "msg_type",
    "content",
    "markdown",
    "keyboard",
    "ark",
    "embed",
    "media",
    "msg_id",
    "event_id",
    "msg_seq",
  ];
  const controls = ["say", "event", "faults", "settings", "permission", "clock", "audit", "check"];

  test("a send is answered, below 500, and listed", async ({ sim, alive }) => {
    await sim.control("settings", { urlRule: true });
    const body = fc.oneof(
      fc.string(),
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.jsonValue(), fc.constantFrom(0, 2, 3, 7, "x"))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...scenes), body, async (scene, any) => {
        const { status } = await sim.send(scene, any);
        expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
        expect((await sim.messages()).at(-1)).toMatchObject({ scene, status });
        await sim.control("reset");
      }),
      { numRuns: 150 },
    );
    expect(await alive()).toBe(true);
  });

  test("a control call is answered, below 500", async ({ sim, alive }) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...controls), fc.oneof(fc.string(), fc.jsonValue()), async (name, any) => {
        const { status } = await sim.control(name, any);
        expect([200, 400, 404]).toContain(status);
      }),
      { numRuns: 100 },
    );
    await sim.control("reset");
    expect(await alive()).toBe(true);
  });

  test("nesting without end, a body without bounds", async ({ sim, alive }) => {
    const nested = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    expect(await sim.send("group", `{"markdown":${nested},"msg_type":2}`)).toMatchObject({ status: 400, code: 12002 });
    expect(await sim.messages()).toHaveLength(1);
    expect((await sim.send("group", "x".repeat(33 * 1024 * 1024))).status).toBe(413);
    expect(await alive()).toBe(true);
  });

  test("bytes that are no HTTP, and a client that leaves", async ({ sim, alive }) => {
    for (const bytes of [
      "\0\0\0\r\n\r\n",
      "GET // HTTP/1.1\r\nHost: x\r\n\r\n",
      "POST /v2/groups/T/messages HTTP/1.1\r\n",
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(sim.port, "127.0.0.1", () => socket.end(bytes));
        socket
          .on("close", () => resolve())
          .on("error", () => resolve())
          .resume();
      });
    }
    expect(await alive()).toBe(true);
  });
});
