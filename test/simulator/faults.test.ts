import { describe, expect } from "vitest";
import { simTest } from "./sim-test.ts";
import { openSim, textFor } from "./sim.ts";

const test = simTest.extend(
  "send",
  ({ sim }) =>
    (more = {}, target = "T") =>
      sim.send("group", textFor("group", more), target),
);

const credentials = { appId: "sim-app", clientSecret: "sim-secret-0123456789" };

describe("injected answers", () => {
  test("queue up in the order they were posted", async ({ sim, send }) => {
    await sim.control("faults", { times: 2, code: 304082 });
    await sim.control("faults", { times: 1, status: 502 });
    await sim.control("faults", { times: 1, code: 22009 });
    expect(await send()).toMatchObject({ status: 400, code: 304082, body: { message: "upload media info fail" } });
    expect(await send()).toMatchObject({ status: 400, code: 304082 });
    const page = await send();
    expect(page.status).toBe(502);
    expect(page.body["text"]).toMatch(/^</);
    expect(await send()).toMatchObject({ status: 400, code: 22009 });
    expect(await send()).toMatchObject({ status: 200 });
    expect((await sim.messages()).map(({ status, code }) => [status, code])).toEqual([
      [400, 304082],
      [400, 304082],
      [502, null],
      [400, 22009],
      [200, 0],
    ]);
  });

  test.for([
    [{ code: 304003 }, "channel", 403, 304003],
    [{ code: 304003 }, "group", 400, 304003],
    [{ code: 304083, status: 500 }, "group", 500, 304083],
    [{ code: 1000001 }, "channel", 500, 1000001],
    [{ code: 11244 }, "group", 401, 11244],
    [{ code: 777 }, "group", 400, 777],
    [{ status: 429 }, "dm", 429, undefined],
    [{ status: 500 }, "c2c", 500, undefined],
  ] as const)("%o in %s", async ([fault, scene, status, code], { sim }) => {
    await sim.control("faults", { times: 1, ...fault });
    const told = await sim.send(scene, textFor(scene));
    expect([told.status, told.code]).toEqual([status, code]);
    expect(told.body["trace_id"]).toBeTypeOf("string");
  });

  test("an audit's answer names one", async ({ sim }) => {
    await sim.control("faults", { times: 1, code: 304023 });
    const told = await sim.send("channel", textFor("channel"));
    expect(told).toMatchObject({ status: 202, code: 304023 });
    expect(told.body["data"]).toEqual({ message_audit: { audit_id: expect.any(String) } });
  });

  test("HTML by any status", async ({ sim, send }) => {
    await sim.control("faults", { times: 1, status: 500, html: true });
    expect((await send()).body["text"]).toMatch(/^<html>/);
  });

  test("hit only sends, unless a part of the path is named", async ({ sim, send }) => {
    await sim.control("faults", { times: 1, code: 11253 });
    await sim.control("faults", { times: 1, code: 11265, match: "users/@me" });
    await sim.control("faults", { times: 1, code: 850026, match: "/T/files" });
    await sim.control("faults", { times: 1, code: 100001, match: "getAppAccessToken" });
    await sim.control("faults", { times: 1, code: 304083, match: "/v2/groups/Z/" });
    expect(await sim.call("POST", "/app/getAppAccessToken", credentials)).toMatchObject({ status: 200, code: 100001 });
    expect(await sim.call("GET", "/users/@me")).toMatchObject({ code: 11265 });
    expect(await sim.call("GET", "/users/@me")).toMatchObject({ status: 200 });
    expect(await sim.call("POST", "/v2/groups/T/files", { file_type: 1 })).toMatchObject({ code: 850026 });
    expect(await send()).toMatchObject({ code: 11253 });
    expect(await send()).toMatchObject({ status: 200 });
    expect(await send({}, "Z")).toMatchObject({ code: 304083 });
    expect(await send({}, "Z")).toMatchObject({ status: 200 });
    expect((await sim.call("GET", "/_sim/faults")).body).toEqual([]);
  });
});

describe("cut connections", () => {
  test("before: nothing happened", async ({ sim, send }) => {
    const msg_id = await sim.say("group");
    await sim.control("faults", { times: 2, drop: "before" });
    await expect(send()).rejects.toThrow("fetch failed");
    await expect(send({ msg_id })).rejects.toThrow("fetch failed");
    expect(await sim.messages()).toMatchObject([
      { status: null, code: null, permit: "proactive" },
      { status: null, code: null, permit: "msg" },
    ]);
    expect(await send({ msg_id })).toMatchObject({ status: 200 });
    for (let sent = 0; sent < 4; sent += 1) expect(await send()).toMatchObject({ status: 200 });
  });

  test("after: it was accepted and counted, and only the answer is lost", async ({ sim, send }) => {
    const msg_id = await sim.say("group");
    await sim.control("faults", { times: 2, drop: "after" });
    await expect(send()).rejects.toThrow("fetch failed");
    await expect(send({ msg_id, msg_seq: 1 })).rejects.toThrow("fetch failed");
    expect(await sim.messages()).toMatchObject([
      { status: 200, code: 0, permit: "proactive", id: expect.any(String) },
      { status: 200, code: 0, permit: "msg", id: expect.any(String) },
    ]);
    expect(await send({ msg_id, msg_seq: 1 })).toMatchObject({ code: 40054005 });
    for (let sent = 0; sent < 3; sent += 1) expect(await send()).toMatchObject({ status: 200 });
    expect(await send()).toMatchObject({ code: 22009 });
  });

  test("after, on a send that is refused: still refused, still lost", async ({ sim, send }) => {
    await sim.control("faults", { times: 1, drop: "after" });
    await expect(send({ content: "" })).rejects.toThrow("fetch failed");
    expect(await sim.messages()).toMatchObject([{ status: 400, code: 304061 }]);
  });
});

describe("delays", () => {
  test("alone: the send goes on", async ({ sim, send }) => {
    await sim.control("faults", { times: 1, delayMs: 30 });
    const before = performance.now();
    expect(await send()).toMatchObject({ status: 200 });
    expect(performance.now() - before).toBeGreaterThan(25);
    expect(await sim.messages()).toMatchObject([{ status: 200 }]);
  });

  test("with a code: late, and refused", async ({ sim, send }) => {
    await sim.control("faults", { times: 1, delayMs: 5, code: 304082 });
    expect(await send()).toMatchObject({ code: 304082 });
  });

  test("a stop does not wait for them", async () => {
    const other = await openSim();
    await other.control("faults", { times: 1, delayMs: 600_000 });
    const lost = other.send("group", textFor("group")).catch((error: Error) => error.message);
    await expect.poll(async () => (await other.call("GET", "/_sim/faults")).body).toEqual([]);
    await other.stop();
    expect(await lost).toBe("fetch failed");
  });
});
