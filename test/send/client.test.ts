import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { SceneName } from "../../lib/model/scene.ts";
import type { SendRequest } from "../../lib/ports.ts";
import { createQq, type QqOptions } from "../../lib/send/client.ts";
import type { Access, AccessTokens } from "../../lib/send/token.ts";
import { deadOrigin, reply, startStub, type Stub } from "./stub-server.ts";
import { tokensOf } from "./tokens-of.ts";

const start = Date.UTC(2026, 10, 1);
const later = start + 60_000;
const request: SendRequest = {
  target: { scene: "group", id: "G1" },
  body: { msg_type: 0, content: "hello" },
  permit: "proactive",
};

let stub: Stub | undefined;
afterEach(() => stub?.close());

async function setUp(
  answer: (response: ServerResponse, nth: number) => void,
  options: Partial<QqOptions> & { readonly under?: string } = {},
) {
  const { under = "", ...rest } = options;
  stub = await startStub((response, _request, nth) => answer(response, nth));
  return createQq({
    apiBase: stub.origin + under,
    appId: "100",
    tokens: tokensOf("T1", "T2"),
    now: () => start,
    ...rest,
  });
}

const ok = (response: ServerResponse): void => reply(response, 200, { id: "M1", timestamp: 1 });

const limit = (response: ServerResponse): void => reply(response, 400, { code: 22009, message: "msg limit exceed" });

const expired = (response: ServerResponse): void =>
  reply(response, 401, { code: 11244, message: "token not exist or expire" });

const open = (apiBase: string) => () => createQq({ apiBase, appId: "100", tokens: tokensOf("T"), now: () => start });

describe("a send", () => {
  it.each([
    ["c2c", "U1", "/v2/users/U1/messages"],
    ["group", "G1", "/v2/groups/G1/messages"],
    ["channel", "123", "/channels/123/messages"],
    ["dm", "a/b?c$&", "/dms/a%2Fb%3Fc%24%26/messages"],
  ] as const)("in %s to %s goes to %s", async (scene: SceneName, id, path) => {
    const qq = await setUp(ok);
    expect(await qq.send({ ...request, target: { scene, id } }, later)).toEqual({
      kind: "sent",
      messageId: "M1",
      answer: { status: 200, traceId: "trace-1" },
    });
    expect(stub?.requests).toMatchObject([
      {
        method: "POST",
        path,
        headers: { authorization: "QQBot T1", "x-union-appid": "100", "content-type": "application/json" },
        body: '{"msg_type":0,"content":"hello"}',
      },
    ]);
  });

  it("keeps the path of the base", async () => {
    const qq = await setUp(ok, { under: "/mirror/" });
    await qq.send(request, later);
    expect(stub?.requests[0]?.path).toBe("/mirror/v2/groups/G1/messages");
  });

  it("hands on what QQ says, by permit and preset", async () => {
    const qq = await setUp(limit);
    expect(await qq.send(request, later)).toMatchObject({ as: "quota", answer: { code: 22009, status: 400 } });
    expect(await qq.send({ ...request, permit: "reply" }, later)).toMatchObject({ as: "window" });
    await stub?.close();
    const other = await setUp(limit, { preset: "2026" });
    expect(await other.send(request, later)).toMatchObject({ as: "rate" });
  });
});

describe("time", () => {
  const noTime = { kind: "refused", as: "again", answer: { message: "no time left" } };

  it("a send that would get less than 5 s is not begun", async () => {
    const qq = await setUp(ok);
    expect(await qq.send(request, start + 4_999)).toEqual(noTime);
    expect(stub?.requests).toHaveLength(0);
    expect(await qq.send(request, start + 5_000)).toMatchObject({ kind: "sent" });
  });

  it("nor one whose time went by while the token was fetched", async () => {
    let time = start;
    const tokens: AccessTokens = {
      current: async () => {
        time += 3_000;
        return { kind: "token", token: "T" };
      },
      drop: () => undefined,
    };
    const qq = await setUp(ok, { tokens, now: () => time });
    expect(await qq.send(request, start + 7_000)).toEqual(noTime);
    expect(stub?.requests).toHaveLength(0);
  });

  it("leaves the token call only what the send does not need", async () => {
    const deadlines: number[] = [];
    const tokens: AccessTokens = {
      current: async (deadline) => {
        deadlines.push(deadline);
        return { kind: "token", token: "T" };
      },
      drop: () => undefined,
    };
    const qq = await setUp(ok, { tokens });
    await qq.send(request, later);
    expect(deadlines).toEqual([later - 5_000]);
  });

  it.each([
    ["its own limit", { minimumMs: 1, maximumMs: 30 }, later],
    ["the deadline", { minimumMs: 1 }, start + 30],
  ])("an answer later than %s is lost", async (_, options, deadline) => {
    const qq = await setUp(() => undefined, options);
    expect(await qq.send(request, deadline)).toMatchObject({ kind: "unsure" });
    expect(stub?.requests).toHaveLength(1);
  });
});

describe("a lost connection", () => {
  it("before the request: not delivered", async () => {
    const qq = createQq({ apiBase: await deadOrigin(), appId: "100", tokens: tokensOf("T"), now: () => start });
    expect(await qq.send(request, later)).toEqual({
      kind: "refused",
      as: "again",
      answer: { message: "no connection (ECONNREFUSED)" },
    });
  });

  it("after the request: no one knows", async () => {
    const qq = await setUp((response) => response.socket?.destroy());
    expect(await qq.send(request, later)).toMatchObject({ kind: "unsure" });
    expect(stub?.requests).toHaveLength(1);
  });
});

describe("a refused token", () => {
  it("is fetched anew, and the send repeated once", async () => {
    const tokens = tokensOf("T1", "T2");
    const qq = await setUp((response, nth) => (nth === 1 ? expired(response) : ok(response)), { tokens });
    expect(await qq.send(request, later)).toMatchObject({ kind: "sent" });
    expect(stub?.requests.map(({ headers }) => headers.authorization)).toEqual(["QQBot T1", "QQBot T2"]);
    expect(tokens.dropped).toEqual(["T1"]);
  });

  it("refused again is the settings' fault", async () => {
    const tokens = tokensOf("T1", "T2", "T3");
    const qq = await setUp(expired, { tokens });
    const outcome = await qq.send(request, later);
    expect(outcome).toMatchObject({ kind: "refused", as: "config", answer: { code: 11244 } });
    expect(stub?.requests).toHaveLength(2);
    expect(tokens.dropped).toEqual(["T1", "T2"]);
    expect(JSON.stringify(outcome)).not.toMatch(/T1|T2|hello|G1/);
  });

  it("a send that has no token is not begun, and ends as the token call did", async () => {
    const refused: Access = { kind: "refused", as: "config", answer: { code: 100016 } };
    const qq = await setUp(ok, { tokens: tokensOf(refused) });
    expect(await qq.send(request, later)).toEqual(refused);
    expect(stub?.requests).toHaveLength(0);
  });
});

describe("the base address", () => {
  it.each(["https://api.bot.qq.com", "http://127.0.0.1:8788", "http://localhost:8788", "http://[::1]:8788"])(
    "%s will do",
    (apiBase) => expect(open(apiBase)).not.toThrow(),
  );

  it.each([
    ["http://api.bot.qq.com", "QQ_API_BASE points to api.bot.qq.com without TLS: it must begin with https://"],
    ["http://127.0.0.1.example.org", "without TLS"],
    ["ftp://127.0.0.1", "without TLS"],
    ["http://user:pass@example.org", "QQ_API_BASE points to example.org without TLS"],
    ["api.bot.qq.com", "QQ_API_BASE is not a URL: write it like https://"],
  ])("%s will not: %s", (apiBase, why) => expect(open(apiBase)).toThrow(why));
});
