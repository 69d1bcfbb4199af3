import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { Log } from "../../lib/ports.ts";
import { createAcknowledge } from "../../lib/send/interaction.ts";
import type { AccessTokens } from "../../lib/send/token.ts";
import { deadOrigin, reply, startStub, type Stub } from "./stub-server.ts";
import { tokensOf } from "./tokens-of.ts";

const start = Date.UTC(2026, 10, 1);
const later = start + 60_000;

let stub: Stub | undefined;
afterEach(() => stub?.close());

const empty = (response: ServerResponse): void => reply(response, 204, "");

function setUpAt(apiBase: string, tokens: AccessTokens = tokensOf("T1", "T2")) {
  const logs: unknown[] = [];
  const log: Log = (level, event, fields) => logs.push({ level, event, ...fields });
  return { acknowledge: createAcknowledge({ apiBase, appId: "100", tokens, log, now: () => start }), logs };
}

async function setUp(answer: (response: ServerResponse, nth: number) => void, tokens?: AccessTokens) {
  stub = await startStub((response, _request, nth) => answer(response, nth));
  return setUpAt(stub.origin, tokens);
}

describe("an interaction is acknowledged", () => {
  it.each([
    ["204 and nothing", empty],
    ["200 and nothing", (response: ServerResponse) => reply(response, 200, "")],
    ["200 and an object", (response: ServerResponse) => reply(response, 200, {})],
  ])("by one PUT that QQ answers with %s", async (_, answer) => {
    const { acknowledge, logs } = await setUp(answer);
    await acknowledge("a/b", later);
    expect(stub?.requests).toMatchObject([
      {
        method: "PUT",
        path: "/interactions/a%2Fb",
        headers: { authorization: "QQBot T1", "x-union-appid": "100", "content-type": "application/json" },
        body: '{"code":0}',
      },
    ]);
    expect(logs).toEqual([]);
  });

  it("with a fresh token where QQ refused the first", async () => {
    const { acknowledge, logs } = await setUp((response, nth) =>
      nth === 1 ? reply(response, 401, { code: 11244, message: "token not exist or expire" }) : empty(response),
    );
    await acknowledge("I", later);
    expect(stub?.requests.map(({ headers }) => headers.authorization)).toEqual(["QQBot T1", "QQBot T2"]);
    expect(logs).toEqual([]);
  });
});

describe("a failure goes to the log and nowhere else", () => {
  it("QQ's own words, without the interaction", async () => {
    const { acknowledge, logs } = await setUp((response) =>
      reply(response, 400, { code: 630001, message: "interaction not found" }),
    );
    await expect(acknowledge("SECRET-ID", later)).resolves.toBeUndefined();
    expect(stub?.requests).toHaveLength(1);
    expect(logs).toEqual([
      {
        level: "warn",
        event: "not-acknowledged",
        kind: "refused",
        status: 400,
        code: 630001,
        message: "interaction not found",
        traceId: "trace-1",
      },
    ]);
  });

  it("no connection", async () => {
    const { acknowledge, logs } = setUpAt(await deadOrigin());
    await acknowledge("I", later);
    expect(logs).toMatchObject([{ event: "not-acknowledged", kind: "refused" }]);
  });

  it("an answer that was lost", async () => {
    const { acknowledge, logs } = await setUp((response) => response.socket?.destroy());
    await acknowledge("I", later);
    expect(logs).toMatchObject([{ event: "not-acknowledged", kind: "unsure" }]);
  });

  it("no token", async () => {
    const tokens = tokensOf({ kind: "refused", as: "config", answer: { code: 100_016 } });
    const { acknowledge, logs } = await setUp(empty, tokens);
    await acknowledge("I", later);
    expect(stub?.requests).toHaveLength(0);
    expect(logs).toMatchObject([{ event: "not-acknowledged", code: 100_016 }]);
  });

  it("a fault of ours", async () => {
    const tokens: AccessTokens = { current: () => Promise.reject(new TypeError("T1")), drop: () => undefined };
    const { acknowledge, logs } = await setUp(empty, tokens);
    await acknowledge("I", later);
    expect(logs).toEqual([{ level: "warn", event: "not-acknowledged", kind: "fault", fault: "TypeError" }]);
  });
});

describe("time", () => {
  it("where there is none, the call is not begun", async () => {
    const { acknowledge, logs } = await setUp(empty);
    await acknowledge("I", start + 199);
    expect(stub?.requests).toHaveLength(0);
    expect(logs).toMatchObject([{ event: "not-acknowledged", message: "no time left" }]);
  });

  it("token and call together get 2.5 s, whatever the deadline", async () => {
    const deadlines: number[] = [];
    const tokens: AccessTokens = {
      current: async (deadline) => {
        deadlines.push(deadline);
        return { kind: "token", token: "T" };
      },
      drop: () => undefined,
    };
    const { acknowledge } = await setUp(empty, tokens);
    await acknowledge("I", later);
    await acknowledge("I", start + 1_000);
    expect(deadlines).toEqual([start + 2_300, start + 800]);
  });

  it("an answer later than that is not waited for", async () => {
    const { acknowledge, logs } = await setUp(() => undefined);
    await acknowledge("I", start + 210);
    expect(logs).toMatchObject([{ event: "not-acknowledged", kind: "unsure" }]);
  });
});
