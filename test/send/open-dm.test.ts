import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenDm } from "../../lib/send/open-dm.ts";
import { deadOrigin, reply, startStub, type Stub } from "./stub-server.ts";
import { tokensOf } from "./tokens-of.ts";

const start = Date.UTC(2026, 10, 1);
const later = start + 60_000;
const member = { user: "U", guild: "S" };

let stub: Stub | undefined;
afterEach(() => stub?.close());

const openAt = (apiBase: string) =>
  createOpenDm({ apiBase, appId: "100", tokens: tokensOf("T1", "T2"), now: () => start });

async function setUp(answer: (response: ServerResponse, nth: number) => void) {
  stub = await startStub((response, _request, nth) => answer(response, nth));
  return openAt(stub.origin);
}

const session = (response: ServerResponse): void =>
  reply(response, 200, { guild_id: "88", channel_id: "77", create_time: "1642545606" });

describe("opening a session", () => {
  it("names the member and the guild they share, and answers the session's guild id", async () => {
    const openDm = await setUp(session);
    expect(await openDm(member, later)).toEqual({ kind: "opened", id: "88" });
    expect(stub?.requests).toMatchObject([
      {
        method: "POST",
        path: "/users/@me/dms",
        headers: { authorization: "QQBot T1", "x-union-appid": "100" },
        body: '{"recipient_id":"U","source_guild_id":"S"}',
      },
    ]);
  });

  it("an id beyond 2^53 keeps its digits", async () => {
    const openDm = await setUp((response) => reply(response, 200, '{"guild_id":9007199254740993}'));
    expect(await openDm(member, later)).toEqual({ kind: "opened", id: "9007199254740993" });
  });

  it("a refused token is fetched anew", async () => {
    const openDm = await setUp((response, nth) =>
      nth === 1 ? reply(response, 401, { code: 11244, message: "expired" }) : session(response),
    );
    expect(await openDm(member, later)).toEqual({ kind: "opened", id: "88" });
    expect(stub?.requests).toHaveLength(2);
  });
});

describe("what it answers otherwise is a refusal", () => {
  it("QQ's own", async () => {
    const openDm = await setUp((response) => reply(response, 403, { code: 304031, message: "no" }));
    expect(await openDm(member, later)).toMatchObject({ kind: "refused", answer: { code: 304031 } });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["an empty 200", (response) => reply(response, 200, "")],
    ["a 200 without the id", (response) => reply(response, 200, { channel_id: "77" })],
    ["a page of a proxy", (response) => reply(response, 502, "<html>bad gateway</html>")],
    ["an answer that was lost", (response) => response.socket?.destroy()],
  ])("%s: again", async (_, answer) => {
    const openDm = await setUp(answer);
    expect(await openDm(member, later)).toMatchObject({ kind: "refused", as: "again" });
  });

  it("no connection: again", async () => {
    expect(await openAt(await deadOrigin())(member, later)).toMatchObject({ kind: "refused", as: "again" });
  });

  it("no time: not begun", async () => {
    const openDm = await setUp(session);
    expect(await openDm(member, start + 999)).toMatchObject({ kind: "refused", as: "again" });
    expect(stub?.requests).toHaveLength(0);
  });
});
