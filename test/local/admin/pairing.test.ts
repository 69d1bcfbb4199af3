import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Routes } from "../../../lib/model/route.ts";
import { createStore } from "../../../lib/store/store.ts";
import { listen } from "../../../local/doors/listen.ts";
import { runBindings, runPair } from "../../../local/cli/pairing-command.ts";
import { makeAdminToken, readAdminToken } from "../../../local/admin/admin-token.ts";
import { type Running, startRelay } from "../../../local/run/server.ts";
import { noon } from "../../support/build.ts";
import { startDynamo } from "../../support/engines.ts";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: "bound" },
  me: { scene: "c2c", source: "generic", open: true, to: "bound" },
  news: { scene: "channel", source: "generic", open: true, to: "bound" },
  letters: { scene: "dm", source: "generic", open: true, to: "bound" },
  fixed: { scene: "group", source: "generic", open: true, to: ["4C8F"] },
};

const folder = mkdtempSync(join(tmpdir(), "pairing-"));
const routesFile = join(folder, "routes.mjs");
const now = () => noon;
let engine: Awaited<ReturnType<typeof startDynamo>>;
let store: ReturnType<typeof createStore>;
let relay: Running;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  engine = await startDynamo();
  store = createStore(engine.table, 30);
  writeFileSync(routesFile, `export const routes = ${JSON.stringify(routes)};`);
  env = { DYNAMODB_ENDPOINT: engine.dynamo.endpoint, RELAY_TABLE: engine.dynamo.name };
  const clock = { now: () => new Date(noon), wait: () => Promise.resolve() };
  const admin = { token: makeAdminToken(folder) };
  relay = await startRelay({ routes, settings: {}, env, admin, simulatorPort: 0, clock, log: () => undefined });
  await store.bind("ci", { scene: "group", id: "4C8F0E2B7A9D43E1" }, noon);
  await store.bind("news", { scene: "channel", id: "10086001", guild: "520086001" }, noon);
});
afterAll(async () => {
  await relay.stop();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const codeIn = (text: string): string => /\/bind ([2-9A-Z]{8})$/m.exec(text)?.[1] ?? "";

const authorization = () => `Bearer ${readAdminToken(folder)}`;

const post = (body: string, headers: Readonly<Record<string, string>> = { "content-type": "application/json" }) =>
  fetch(`${relay.adminUrl}/_relay/pair`, {
    method: "POST",
    body,
    headers: { authorization: authorization(), ...headers },
  });

const reach = () => ({ RELAY_DATA: folder, ADMIN_PORT: new URL(relay.adminUrl).port });

const relayCommand = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, ["local/cli/relay.ts", ...args], {
    cwd: join(import.meta.dirname, "..", "..", ".."),
    env: { PATH: process.env["PATH"], RELAY_DATA: folder, RELAY_ENV_FILE: "" },
  });

/** The command line reaches the relay by its port, and the table by its name. */
const ways = [
  ["by the running relay", () => ({ options: { url: relay.adminUrl }, env: { RELAY_DATA: folder } })],
  ["by ADMIN_PORT", () => ({ options: {}, env: reach() })],
  [
    "by the table",
    () => ({ options: { table: engine.dynamo.name, routes: routesFile }, env: { ...env, RELAY_TABLE: "x" } }),
  ],
] as const;

describe.each(ways)("%s", (_, way) => {
  it("gives a code that pairs once within ten minutes, and says what to type", async () => {
    const { options, env } = way();
    const text = await runPair("ci", options, env, now);
    const code = codeIn(text);
    expect(text.replaceAll(code, "CODE")).toBe(
      "在群里发送：@机器人 /bind CODE\n" +
        "10 分钟内有效，只能用一次；之后路由 ci 的通知会发到那里。\n\n" +
        "In the group, send: @bot /bind CODE\n" +
        "Good for 10 minutes and one use; then notices of route ci go there.\n",
    );
    expect(await store.takeCode(code, "late", noon + 600_000)).toBe("invalid");
    expect(await store.takeCode(code, "M1", noon + 599_999)).toEqual({ route: "ci" });
    expect(await store.takeCode(code, "M2", noon)).toBe("invalid");
  });

  test.each([
    ["me", "在和机器人的单聊里发送：/bind "],
    ["news", "在子频道里发送：@机器人 /bind "],
    ["letters", "在频道私信里发送：/bind "],
  ])("%s: %s", async (route, words) => {
    const { options, env } = way();
    expect(await runPair(route, options, env, now)).toMatch(new RegExp(`^${words}`));
  });

  test.each([
    ["cj", "没有叫 cj 的路由。可绑定的有：ci, me, news, letters\nThere is no route cj."],
    ["toString", "没有叫 toString 的路由。"],
    ["fixed", '路由 fixed 的目标写在配置里。要在 QQ 里绑定，请把它改成 to: "bound"。'],
  ])("%s has no code: %s", async (route, message) => {
    const { options, env } = way();
    await expect(runPair(route, options, env, now)).rejects.toThrow(message);
    await expect(runBindings(route, options, env, now)).rejects.toThrow(message);
  });

  it("lists what is paired, with ids cut short", async () => {
    const { options, env } = way();
    expect(await runBindings(undefined, options, env, now)).toBe(
      "ci    群 group        4C8F…43E1\nnews  子频道 channel  10086001\n",
    );
    expect(await runBindings("news", options, env, now)).toBe("news  子频道 channel  10086001\n");
    expect(await runBindings("me", options, env, now)).toContain("nothing is paired yet");
  });
});

describe("what the relay serves", () => {
  it("answers a code as JSON", async () => {
    const answer = await post('{"route":"ci"}');
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        code: expect.stringMatching(/^[2-9A-Z]{8}$/),
        route: "ci",
        scene: "group",
        expiresAt: "2026-11-21T04:10:00.000Z",
      },
    ]);
  });

  test.each([
    ["an unknown route", '{"route":"cj"}', 404, "unknown-route"],
    ["a route with targets of its own", '{"route":"fixed"}', 409, "not-bound"],
    ["no route", "{}", 400, "invalid"],
    ["no JSON", "ci", 400, "invalid"],
    ["too much", JSON.stringify({ route: "ci", more: "x".repeat(20_000) }), 400, "invalid"],
  ])("%s is refused", async (_, body, status, error) => {
    const answer = await post(body);
    expect([answer.status, await answer.json()]).toEqual([status, { error, message: expect.any(String) }]);
  });

  it("takes nothing that a web page elsewhere could send unasked", async () => {
    expect((await post('{"route":"ci"}', { "content-type": "text/plain" })).status).toBe(400);
    expect((await fetch(`${relay.adminUrl}/_relay/pair`, { headers: { authorization: authorization() } })).status).toBe(
      400,
    );
  });

  it("lists bindings in full", async () => {
    const headers = { authorization: authorization() };
    const answer = await fetch(`${relay.adminUrl}/_relay/bindings?route=ci`, { headers });
    expect(await answer.json()).toEqual([{ route: "ci", scene: "group", target: "4C8F0E2B7A9D43E1" }]);
  });
});

describe("said clearly", () => {
  it("when no relay runs", async () => {
    await expect(relayCommand("pair", "ci", "--url", "http://127.0.0.1:1")).rejects.toMatchObject({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(/^http:\/\/127.0.0.1:1 没有中继在运行。.*\nNo relay runs at .*\n$/),
    });
  });

  test.each(["nowhere", "http://"])("when %j is no URL", async (url) => {
    await expect(runPair("ci", { url }, {}, now)).rejects.toThrow(`No relay runs at ${url}.`);
  });

  test.each(["<h1>hi</h1>", '{"error":"not-found"}', "[1]"])("when something else answers: %s", async (body) => {
    const other = await listen(
      { host: "127.0.0.1", port: 0, variable: "PORT" },
      (_, response) => void response.end(body),
    );
    await expect(runPair("ci", { url: other.url }, {}, now)).rejects.toThrow("is not qq-relay");
    await expect(runBindings("ci", { url: other.url }, {}, now)).rejects.toThrow("is not qq-relay");
    other.close();
  });

  it("when the relay fails", async () => {
    const other = await listen(
      { host: "127.0.0.1", port: 0, variable: "PORT" },
      (_, response) => void response.end('{"error":"fault","message":"why"}'),
    );
    await expect(runPair("ci", { url: other.url }, {}, now)).rejects.toThrow(/^why$/);
    other.close();
  });

  it("when there is no such table", async () => {
    const options = { table: "nothing", routes: routesFile };
    await expect(runPair("ci", options, env, now)).rejects.toThrow("There is no table nothing.");
  });

  it("by the command line itself, which ends when it has", async () => {
    const { stdout } = await relayCommand("bindings", "news", "--url", relay.adminUrl);
    expect(stdout).toBe("news  子频道 channel  10086001\n");
  });
});
