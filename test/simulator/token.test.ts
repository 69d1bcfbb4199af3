import { describe, expect } from "vitest";
import { simTest } from "./sim-test.ts";
import { secret, textFor } from "./sim.ts";

const test = simTest
  .extend("ask", ({ sim }) => async (body: unknown = { appId: "sim-app", clientSecret: secret }) => {
    const told = await sim.call("POST", "/app/getAppAccessToken", body, { authorization: "QQBot" });
    return { ...told, token: told.body["access_token"] as string };
  })
  .extend(
    "sendWith",
    ({ sim }) =>
      (authorization: string) =>
        sim.call("POST", "/v2/groups/T/messages", textFor("group"), { authorization }),
  );

describe("handing out", () => {
  test("the same token until its last minute, then a new one while the old one lives on", async ({
    sim,
    ask,
    sendWith,
  }) => {
    const first = await ask();
    expect(first).toMatchObject({ status: 200, body: { expires_in: "7200" } });
    sim.pass(7_139_999);
    expect(await ask()).toMatchObject({ token: first.token, body: { expires_in: "60" } });
    sim.pass(1);
    const second = await ask();
    expect(second.token).not.toBe(first.token);
    expect(second.body["expires_in"]).toBe("7200");
    expect(await sendWith(`QQBot ${first.token}`)).toMatchObject({ status: 200 });
    sim.pass(60_000);
    expect(await sendWith(`QQBot ${first.token}`)).toMatchObject({ status: 401, code: 11244 });
    expect(await sendWith(`QQBot ${second.token}`)).toMatchObject({ status: 200 });
  });

  test.for([
    { appId: "sim-app", clientSecret: "wrong" },
    { appId: "other", clientSecret: secret },
    { appId: 7 },
    {},
    "{",
  ])("%o gets 100016 with HTTP 200", async (body, { ask }) => {
    expect(await ask(body)).toMatchObject({ status: 200, code: 100016, token: undefined });
  });

  test("a setting shortens it, tokens already out too", async ({ sim, ask, sendWith }) => {
    const { token } = await ask();
    await sim.control("settings", { tokenSeconds: 90 });
    expect((await ask()).body["expires_in"]).toBe("90");
    sim.pass(90_000);
    expect(await sendWith(`QQBot ${token}`)).toMatchObject({ code: 11244 });
    expect((await ask()).body["expires_in"]).toBe("90");
  });

  test("a reset leaves it good", async ({ sim, ask, sendWith }) => {
    const { token } = await ask();
    await sim.control("reset");
    expect(await sendWith(`QQBot ${token}`)).toMatchObject({ status: 200 });
  });
});

describe("the Authorization header", () => {
  test.for<[header: string, code: number]>([
    ["", 11241],
    ["QQBot", 11241],
    ["QQBot unknown", 11244],
    ["Bearer unknown", 11243],
    ["Bot other.token", 11243],
  ])("%s is refused", async ([header, code], { sim, sendWith }) => {
    expect(await sendWith(header)).toMatchObject({ status: 401, code });
    expect(await sim.messages()).toMatchObject([{ status: 401, code }]);
  });

  test("the retired form passes", async ({ sendWith }) => {
    expect(await sendWith("Bot sim-app.token")).toMatchObject({ status: 200 });
  });
});

test("only listed addresses may call, the token call excepted", async ({ sim, ask, sendWith }) => {
  await sim.control("settings", { sources: ["192.0.2.1"] });
  const { token } = await ask();
  expect(await sendWith(`QQBot ${token}`)).toMatchObject({ status: 401, code: 11298, body: { err_code: 40023002 } });
  await sim.control("settings", { sources: ["127.0.0.1"] });
  expect(await sendWith(`QQBot ${token}`)).toMatchObject({ status: 200 });
});
