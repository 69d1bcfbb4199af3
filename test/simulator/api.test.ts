import { describe, expect } from "vitest";
import { simTest } from "./sim-test.ts";
import { textFor } from "./sim.ts";

const test = simTest
  .extend(
    "upload",
    ({ sim }) =>
      (scene: "users" | "groups", body: object) =>
        sim.call("POST", `/v2/${scene}/T/files`, body),
  )
  .extend(
    "put",
    ({ sim }) =>
      (id: string, body: unknown = { code: 0 }) =>
        sim.call("PUT", `/interactions/${id}`, body),
  )
  .extend(
    "press",
    ({ sim }) =>
      (id: string, type: number) =>
        sim.event("INTERACTION_CREATE", { id, type, group_openid: "T" }),
  );

describe("paths", () => {
  test.for<[method: string, path: string, status: number]>([
    ["GET", "/users/@me", 200],
    ["GET", "/users/%40me", 200],
    ["GET", "/gateway", 200],
    ["GET", "/gateway/bot", 200],
    ["GET", "/", 200],
    ["POST", "/", 404],
    ["POST", "/v2/channels/T/messages", 404],
    ["POST", "/v2/groups//messages", 404],
    ["POST", "/v2/groups/T/messages/more/yet", 404],
    ["POST", "/v2/groups/T/messages/id", 405],
    ["POST", "/v2/groups/%E0%A4%A/messages", 404],
    ["GET", "/v2/groups/T/messages", 405],
    ["POST", "/users/@me", 405],
    ["GET", "/_sim/nothing", 404],
    ["GET", "/_sim", 404],
    ["DELETE", "/_sim/messages", 405],
  ])("%s %s is %i", async ([method, path, status], { sim }) => {
    expect((await sim.call(method, path)).status).toBe(status);
  });

  test("every answer has a trace id, errors in their body too", async ({ sim }) => {
    for (const path of ["/users/@me", "/nothing", "/v2/groups/T/messages"]) {
      const response = await fetch(sim.url + path, { method: "POST", body: "{" });
      const trace = response.headers.get("x-tps-trace-id");
      expect(trace).toMatch(/^[0-9a-f]{32}$/);
      expect(await response.json()).toMatchObject({ message: expect.any(String), trace_id: trace });
    }
  });

  test("an id may be any text", async ({ sim }) => {
    expect(await sim.call("POST", "/v2/groups/%E7%BE%A4%2F1/messages", { content: "x" })).toMatchObject({
      status: 200,
    });
    expect(await sim.messages(`?target=${encodeURIComponent("群/1")}`)).toMatchObject([{ target: "群/1" }]);
  });
});

test("a DM session is made once for the same two", async ({ sim }) => {
  const open = async (recipient_id: string) =>
    (await sim.call("POST", "/users/@me/dms", { recipient_id, source_guild_id: "G" })).body;
  const first = await open("U");
  expect(first).toEqual({
    guild_id: expect.stringMatching(/^\d+$/),
    channel_id: expect.stringMatching(/^\d+$/),
    create_time: String(Date.parse("2026-11-21T10:00:00+08:00") / 1_000),
  });
  expect(await open("U")).toEqual(first);
  expect((await open("U2"))["guild_id"]).not.toBe(first["guild_id"]);
  expect(await sim.send("dm", textFor("dm"), first["guild_id"] as string)).toMatchObject({ status: 200 });
  expect(await sim.call("POST", "/users/@me/dms", { recipient_id: "U" })).toMatchObject({ status: 400, code: 12002 });
});

const media = (file_info: unknown, more = {}) => ({ msg_type: 7, content: " ", media: { file_info }, ...more });

describe("files", () => {
  test.for([
    { file_type: 1, url: "https://example.cn/a.png", srv_send_msg: false },
    { file_type: 1, url: "", file_data: "iVBORw0KGgo=", srv_send_msg: false },
  ])("%o can be sent in its scene until it ends", async (body, { sim, upload }) => {
    const told = await upload("groups", body);
    expect(told.body).toEqual({ file_uuid: expect.any(String), file_info: expect.any(String), ttl: 300 });
    const { file_info } = told.body;
    expect(await sim.send("group", media(file_info))).toMatchObject({ status: 200 });
    expect(await sim.send("group", media(file_info), "other")).toMatchObject({ status: 200 });
    expect(await sim.send("group", { content: "", media: told.body })).toMatchObject({ status: 200 });
    expect(await sim.send("c2c", media(file_info))).toMatchObject({ status: 400, code: 304080 });
    expect(await sim.send("group", media("made up"))).toMatchObject({ code: 304080 });
    sim.pass(300_000);
    expect(await sim.send("group", media(file_info))).toMatchObject({ code: 304080 });
  });

  test.for<[body: object, code: number]>([
    [{ file_type: 9, url: "https://example.cn/a" }, 850019],
    [{ file_type: 1, url: "ftp://example.cn/a" }, 12002],
    [{ file_type: 1, file_data: "data:image/png;base64,xx" }, 12002],
    [{ file_type: 1 }, 12002],
    [{ url: "https://example.cn/a" }, 12002],
  ])("%o gets %i", async ([body, code], { upload }) => {
    expect(await upload("users", body)).toMatchObject({ status: 400, code });
  });

  test("srv_send_msg sends at once and counts as proactive", async ({ sim, upload }) => {
    const body = { file_type: 1, url: "https://example.cn/a.png", srv_send_msg: true };
    for (let sent = 0; sent < 4; sent += 1)
      expect((await upload("users", body)).body).toMatchObject({ id: expect.any(String), ttl: 300 });
    expect(await upload("users", body)).toMatchObject({ code: 22009 });
    expect(await sim.messages()).toHaveLength(5);
  });
});

describe("recall", () => {
  test.for([
    ["group", "/v2/groups/T/messages/", 200],
    ["c2c", "/v2/users/T/messages/", 200],
    ["channel", "/channels/T/messages/", 204],
    ["dm", "/dms/T/messages/", 204],
  ] as const)("%s", async ([scene, path, status], { sim }) => {
    const { id } = (await sim.send(scene, textFor(scene))).body;
    const recall = (message: unknown) => sim.call("DELETE", path + encodeURIComponent(String(message)));
    expect((await recall(id)).status).toBe(status);
    expect(await sim.messages()).toMatchObject([{ id, recalled: true }]);
    expect((await recall(id)).code).toBe(306002);
    const late = (await sim.send(scene, textFor(scene))).body["id"];
    sim.pass(120_001);
    expect((await recall(late)).code).toBe(306011);
    expect((await recall((await sim.send(scene, textFor(scene), "other")).body["id"])).code).toBe(306007);
  });
});

describe("interactions", () => {
  test("are acknowledged once", async ({ sim, press, put }) => {
    await press("I", 11);
    expect((await put("I", { code: 6 })).status).toBe(400);
    expect((await put("I", { code: 3 })).status).toBe(204);
    expect(await put("I")).toMatchObject({ status: 400, code: 630001 });
    expect((await sim.call("GET", "/_sim/interactions")).body).toEqual([{ id: "I", type: 11, acknowledged: 3 }]);
  });

  test("only of types 11 and 12, and only ones there are", async ({ press, put }) => {
    await press("menu", 12);
    await press("feedback", 13);
    expect((await put("menu")).status).toBe(204);
    expect(await put("feedback")).toMatchObject({ status: 400 });
    expect(await put("nothing")).toMatchObject({ status: 400 });
  });
});
