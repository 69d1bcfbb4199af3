import { afterEach, describe, expect, it } from "vitest";
import type { TokenStore } from "../../lib/ports.ts";
import { type AccessTokens, createAccessTokens } from "../../lib/send/token.ts";
import { deadOrigin, reply, startStub, type Stub } from "./stub-server.ts";

const secret = "app-secret-not-to-be-told";
const start = Date.UTC(2026, 10, 1);

let stub: Stub | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

type Shelved = { token: string; expiresAt: number } | undefined;

const fail = (): Promise<never> => Promise.reject(new Error(`the table is gone, and ${secret}`));

/** A bot whose token endpoint answers `answers` in turn (the last one again and again), at a settable time. */
async function setUp(answers: readonly (object | number)[], shelved?: Shelved, broken = false) {
  stub = await startStub((response, _request, nth) => {
    const answer = answers[Math.min(nth, answers.length) - 1] ?? 500;
    reply(response, typeof answer === "number" ? answer : 200, typeof answer === "number" ? "<html>" : answer);
  });
  const logged: unknown[] = [];
  const state = { time: start, shelved };
  const store: TokenStore = {
    readToken: async () => (broken ? fail() : state.shelved),
    writeToken: async (token, expiresAt) => {
      if (broken) await fail();
      state.shelved = { token, expiresAt };
    },
  };
  const open = (tokenUrl = `${stub?.origin}/app/getAppAccessToken`): AccessTokens =>
    createAccessTokens({
      tokenUrl,
      appId: "100",
      appSecret: secret,
      store,
      log: (...line) => logged.push(line),
      now: () => state.time,
    });
  return { state, open, logged, fetches: () => stub?.requests.length };
}

const soon = start + 3_600_000_000;

describe("the access token", () => {
  it("is asked for as QQ wants it, kept, and put in the store", async () => {
    const { open, state, fetches } = await setUp([{ access_token: "A", expires_in: "7200" }]);
    const tokens = open();
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "A" });
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "A" });
    expect(fetches()).toBe(1);
    expect(stub?.requests[0]).toMatchObject({
      method: "POST",
      path: "/app/getAppAccessToken",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ appId: "100", clientSecret: secret }),
    });
    expect(state.shelved).toEqual({ token: "A", expiresAt: start + 7_200_000 });
  });

  it("is asked for once, however many wait for it", async () => {
    const { open, fetches } = await setUp([{ access_token: "A", expires_in: 7200 }]);
    const tokens = open();
    const got = await Promise.all(Array.from({ length: 20 }, () => tokens.current(soon)));
    expect(new Set(got.map((access) => access.kind === "token" && access.token))).toEqual(new Set(["A"]));
    expect(fetches()).toBe(1);
  });

  it("is taken from the store where another function put it", async () => {
    const { open, fetches } = await setUp([500], { token: "shelved", expiresAt: start + 61_000 });
    expect(await open().current(soon)).toEqual({ kind: "token", token: "shelved" });
    expect(fetches()).toBe(0);
  });

  it("is renewed in its last 60 s, not before", async () => {
    const { open, state, fetches } = await setUp([
      { access_token: "A", expires_in: "756" },
      { access_token: "B", expires_in: "7200" },
    ]);
    const tokens = open();
    await tokens.current(soon);
    state.time = start + 695_999;
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "A" });
    state.time = start + 696_000;
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "B" });
    expect(fetches()).toBe(2);
  });

  it("that cannot be renewed is used while it lasts, without asking every time", async () => {
    const { open, state, fetches, logged } = await setUp([
      { access_token: "A", expires_in: "100" },
      { code: 100001, message: "too many" },
    ]);
    const tokens = open();
    await tokens.current(soon);
    state.time = start + 50_000;
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "A" });
    state.time = start + 59_999;
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "A" });
    expect(fetches()).toBe(2);
    expect(logged).toHaveLength(1);
    state.time = start + 60_000;
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "A" });
    expect(fetches()).toBe(3);
    state.time = start + 100_000;
    expect(await tokens.current(soon)).toMatchObject({ kind: "refused", as: "rate" });
  });

  it("that QQ refused is fetched anew, though the store still has it", async () => {
    const { open, state } = await setUp([{ access_token: "B", expires_in: "7200" }], {
      token: "A",
      expiresAt: start + 7_000_000,
    });
    const tokens = open();
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "A" });
    tokens.drop("A");
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "B" });
    expect(state.shelved?.token).toBe("B");
    tokens.drop("A");
    expect(await tokens.current(soon)).toEqual({ kind: "token", token: "B" });
  });

  it("comes without the store when that fails, and the log has no more than that", async () => {
    const { open, logged } = await setUp([{ access_token: "A", expires_in: "7200" }], undefined, true);
    expect(await open().current(soon)).toEqual({ kind: "token", token: "A" });
    expect(logged).toEqual([
      ["warn", "token-store-failed", { step: "read", fault: "Error" }],
      ["warn", "token-store-failed", { step: "write", fault: "Error" }],
    ]);
  });
});

describe("no access token", () => {
  it.each([
    [{ code: 100016, message: "invalid appid or secret" }, "config", 100016],
    [{ code: 100001, message: "too many" }, "rate", 100001],
    [502, "again", undefined],
  ])("%j ends the send as %s", async (answer, as, code) => {
    const { open, logged } = await setUp([answer]);
    const access = await open().current(soon);
    expect(access).toMatchObject({ kind: "refused", as });
    expect(access.kind === "refused" && access.answer.code).toBe(code);
    expect(JSON.stringify([access, logged])).not.toContain(secret);
  });

  it("is no fault where nothing listens", async () => {
    const { open } = await setUp([500]);
    expect(await open(`${await deadOrigin()}/token`).current(soon)).toEqual({
      kind: "refused",
      as: "again",
      answer: { message: "access token: no answer (ECONNREFUSED)" },
    });
  });

  it("is not asked for when there is no time", async () => {
    const { open, fetches } = await setUp([{ access_token: "A", expires_in: "7200" }]);
    expect(await open().current(start)).toMatchObject({ kind: "refused", as: "again" });
    expect(fetches()).toBe(0);
  });
});

it.each(["http://api.bot.qq.com/app/getAppAccessToken", "not a url"])("refuses %s as the address", async (tokenUrl) => {
  const { open } = await setUp([500]);
  expect(() => open(tokenUrl)).toThrow(/^QQ_TOKEN_URL /);
});
