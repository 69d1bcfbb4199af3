import { afterEach, describe, expect, it } from "vitest";
import { createAskGateway } from "../../lib/send/gateway-address.ts";
import { deadOrigin, reply, startStub, type Stub } from "./stub-server.ts";
import { tokensOf } from "./tokens-of.ts";

let stub: Stub | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

type Answers = Readonly<Record<string, readonly [status: number, body: unknown]>>;

const url = "wss://gateway.example.com/websocket/";

/** What a relay is told by an API that answers so, and what it asked. */
async function setUp(answers: Answers, tokens = tokensOf("A")) {
  const now = { answers };
  stub = await startStub((response, { path }) => {
    const [status, body] = now.answers[path] ?? [500, "<html>"];
    reply(response, status, body);
  });
  const ask = createAskGateway({ apiBase: stub.origin, appId: "100", tokens, now: () => 0 });
  return {
    ask,
    tokens,
    paths: () => stub?.requests.map(({ path }) => path),
    setAnswers: (to: Answers) => (now.answers = to),
  };
}

describe("the gateway's address", () => {
  it("comes with the day's limits and a token", async () => {
    const { ask } = await setUp({
      "/gateway/bot": [
        200,
        { url, shards: 1, session_start_limit: { total: 1000, remaining: 7, reset_after: 5, max_concurrency: 1 } },
      ],
    });
    expect(await ask(undefined)).toEqual({ kind: "addressed", url, remaining: 7, resetAfter: 5, token: "A" });
    expect(stub?.requests[0]?.headers).toMatchObject({ authorization: "QQBot A", "x-union-appid": "100" });
  });

  it("is asked for the plain way where the other fails, and is the last good one where both do", async () => {
    const { ask, paths, setAnswers } = await setUp({ "/gateway": [200, { url }] });
    expect(await ask(undefined)).toEqual({ kind: "addressed", url, token: "A" });
    expect(paths()).toEqual(["/gateway/bot", "/gateway"]);
    setAnswers({});
    expect(await ask(undefined)).toEqual({ kind: "addressed", url, token: "A" });
  });

  it("comes with another token where the gateway refused one", async () => {
    const { ask, tokens } = await setUp({ "/gateway/bot": [200, { url }] }, tokensOf("A", "B"));
    expect(await ask("A")).toMatchObject({ token: "B" });
    expect(tokens.dropped).toEqual(["A"]);
  });

  it("comes with the token that the API takes", async () => {
    const tokens = tokensOf("A", "B");
    const { ask } = await setUp({}, tokens);
    await stub?.close();
    stub = await startStub((response, { headers }) =>
      headers.authorization === "QQBot B" ? reply(response, 200, { url }) : reply(response, 401, { code: 11244 }),
    );
    expect(await ask(undefined)).toMatchObject({ kind: "unreachable", trouble: "network" });
    const again = createAskGateway({ apiBase: stub.origin, appId: "100", tokens, now: () => 0 });
    expect(await again(undefined)).toMatchObject({ token: "B" });
  });

  it.each([
    [401, { code: 11298, message: "接口访问源IP不在白名单" }, "allow-list"],
    [401, { code: 40_012, err_code: 40_023_002 }, "allow-list"],
    [403, { code: 11265 }, "banned"],
    [401, { code: 11244 }, "credentials"],
    [401, {}, "credentials"],
    [500, "<html>", "api"],
    [200, { url: "http://gateway.example.com" }, "api"],
    [200, { url: "ws://gateway.example.com/" }, "api"],
    [200, { url: "wss://gateway.example.com/#x" }, "api"],
    [200, { url: 7 }, "api"],
  ])("cannot be told: HTTP %i %j is %s", async (status, body, trouble) => {
    const { ask } = await setUp(
      { "/gateway/bot": [status, body], "/gateway": [status, body] },
      tokensOf("A", "B", "C"),
    );
    expect(await ask(undefined)).toEqual({ kind: "unreachable", trouble });
  });

  it("cannot be told where nothing answers, or there is no token", async () => {
    const dead = createAskGateway({ apiBase: await deadOrigin(), appId: "1", tokens: tokensOf("A"), now: () => 0 });
    expect(await dead(undefined)).toEqual({ kind: "unreachable", trouble: "network" });
    const refused = { kind: "refused", as: "config", answer: { status: 200, code: 100_016 } } as const;
    const { ask, paths } = await setUp({}, tokensOf(refused));
    expect(await ask(undefined)).toEqual({ kind: "unreachable", trouble: "credentials" });
    expect(paths()).toEqual([]);
  });
});
