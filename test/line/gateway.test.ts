import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { type Running, startRelay } from "../../local/run/server.ts";
import { type Simulator, startSimulator } from "../../simulator/server.ts";

const appSecret = "secret-of-the-bot";
const folder = mkdtempSync(join(tmpdir(), "gateway-"));
afterAll(() => rmSync(folder, { recursive: true }));

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  news: { scene: "channel", source: "generic", open: true, to: [{ id: "C1", guild: "520" }] },
};

let simulator: Simulator;
let data: string;
let logs: string[];
const relays: Running[] = [];
beforeEach(async () => {
  simulator = await startSimulator({ port: 0, appId: "app", appSecret });
  data = mkdtempSync(join(folder, "run-"));
  logs = [];
});
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.stop();
  await simulator.stop();
});

async function start(): Promise<Running> {
  const relay = await startRelay({
    routes,
    settings: { events: "gateway", limits: { override: { group: { proactive: 0 } } } },
    env: {
      QQ_APP_ID: "app",
      QQ_APP_SECRET: appSecret,
      QQ_API_BASE: simulator.url,
      QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
    },
    data,
    admin: { token: "T" },
    log: (...line) => logs.push(JSON.stringify(line)),
  });
  relays.push(relay);
  return relay;
}

const control = async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`${simulator.url}/_sim/${path}`, init);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Record<string, unknown>;
};

type Sent = { readonly status: number; readonly permit: string; readonly body: { readonly content?: string } };

const sent = async (scene = "group", target = "G1"): Promise<readonly Sent[]> =>
  ((await control(`messages?scene=${scene}&target=${target}`)) as unknown as readonly Sent[]).filter(
    ({ status }) => status === 200,
  );

const connected = async (relay: Running): Promise<void> => {
  await expect.poll(() => relay.gateway()?.state, { interval: 10, timeout: 5_000 }).toBe("connected");
  await expect
    .poll(async () => (await control("gateway"))["sessions"], { interval: 10, timeout: 5_000 })
    .toMatchObject([{ connected: true }]);
};

const say = (text: string) => control("say", { scene: "group", target: "G1", text });

const told = async (relay: Running, count: number): Promise<void> => {
  const settled = async () => {
    await relay.idle();
    return sent();
  };
  await expect.poll(settled, { interval: 20, timeout: 5_000 }).toHaveLength(count);
};

const post = (relay: Running, title: string) =>
  fetch(`${relay.url}/group/ci`, { method: "POST", body: JSON.stringify({ title }) });

describe("events by QQ's gateway", () => {
  it("open reply windows, by which what is held is told, and survive op 7 and a cut", async () => {
    const relay = await start();
    await connected(relay);
    await post(relay, "一");
    await relay.idle();
    expect(await sent()).toEqual([]);
    await say("在吗");
    await told(relay, 1);
    expect((await sent())[0]).toMatchObject({ permit: "msg", body: { content: expect.stringContaining("一") } });

    for (const [count, change] of [{ op7: true }, { cut: true }].entries()) {
      await control("gateway", change);
      await connected(relay);
      await say("帮助");
      await told(relay, 2 + count);
    }
    expect(await control("gateway")).toMatchObject({ identifies: 1, resumes: 2 });
  });

  it("that came while the relay was down are answered once", async () => {
    const first = await start();
    await connected(first);
    await say("帮助");
    await told(first, 1);
    await relays.pop()?.stop();
    expect(JSON.parse(readFileSync(join(data, "gateway-session.json"), "utf8"))).toMatchObject({
      appId: "app",
      seq: 2,
    });
    await say("状态");
    const second = await start();
    await told(second, 2);
    await relays.pop()?.stop();
    const third = await start();
    await connected(third);
    await third.idle();
    expect(await sent()).toHaveLength(2);
    expect(await control("gateway")).toMatchObject({ identifies: 1, resumes: 2 });
  });

  it("of 5 MB are passed over, and the next is answered", async () => {
    const relay = await start();
    await connected(relay);
    await control("event", { t: "GROUP_AT_MESSAGE_CREATE", d: { content: "x".repeat(5_000_000) } });
    await say("帮助");
    await told(relay, 1);
    expect(logs.filter((line) => line.includes("gateway-event-too-large"))).toHaveLength(1);
    expect(relay.gateway()).toMatchObject({ held: 0, state: "connected" });
  });

  it("are asked for by the routes' scenes, and by fewer where the bot lacks a right", async () => {
    const all = [0, 10, 25, 26, 27, 30].reduce((sum, bit) => sum + 2 ** bit, 0);
    await control("gateway", { permitted: all - 2 ** 10, refuseBy: 4014 });
    await connected(await start());
    expect(await control("gateway")).toMatchObject({ sessions: [{ intents: all - 2 ** 10 }] });
  });

  it("are not waited for, and what is wrong is told to the operator, without a secret", async () => {
    await control("gateway", { refuse: 4915 });
    const relay = await start();
    await expect.poll(() => relay.gateway()?.trouble, { interval: 10 }).toBe("banned");
    const ask = async (path: string, asked?: object) => {
      const headers = { authorization: "Bearer T", ...(asked && { "content-type": "application/json" }) };
      const init = asked ? { method: "POST", headers, body: JSON.stringify(asked) } : { headers };
      return (await fetch(relay.adminUrl + path, init)).text();
    };
    expect(JSON.parse(await ask("/_relay/status"))).toMatchObject({
      events: "gateway",
      gateway: { state: "refused", trouble: "banned", identifies: 1, message: expect.stringContaining("4915") },
    });
    expect(await ask("/_relay/operate/overview", {})).toContain("QQ 封禁了机器人（4915）");
    expect(logs.join("\n")).toContain("QQ has banned the bot (4915)");
    expect((await post(relay, "收着")).status).toBe(202);
    const text = logs.join("\n");
    expect(text).not.toContain(appSecret);
    expect(text).not.toContain("QQBot");
  });

  it("are taken at /events as well", async () => {
    const relay = await start();
    await connected(relay);
    simulator.setEventsUrl(`${relay.url}/events`);
    await control("settings", { events: "both" });
    expect(await say("帮助")).toMatchObject({ relayStatus: 200 });
    await told(relay, 1);
  });

  it("come from the built-in simulator by its gateway, where the settings say so", async () => {
    const relay = await startRelay({
      routes,
      settings: { events: "gateway" },
      env: {},
      simulatorPort: 0,
      log: () => undefined,
    });
    relays.push(relay);
    await expect.poll(() => relay.gateway()?.state, { interval: 10, timeout: 5_000 }).toBe("connected");
    const speak = () =>
      fetch(`${relay.simulatorUrl}/_sim/say`, {
        method: "POST",
        body: JSON.stringify({ scene: "group", target: "G1", text: "帮助" }),
      });
    expect(await (await speak()).json()).toMatchObject({ relayStatus: 200 });
    await expect.poll(() => relay.gateway()?.lastEvent, { interval: 10 }).toBeGreaterThan(0);
  });

  it("stop in the middle of a handshake, and begin again", async () => {
    await start();
    await relays.pop()?.stop();
    const relay = await start();
    await connected(relay);
    expect(relay.gateway()).toMatchObject({ state: "connected", held: 0 });
  });
});
