import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Routes } from "../../../lib/model/route.ts";
import { type Running, startRelay } from "../../../local/run/server.ts";
import { type Simulator, startSimulator } from "../../../simulator/server.ts";
import { type Child, runLocal, untilReady } from "../child.ts";

const folder = mkdtempSync(join(tmpdir(), "gateway-process-"));
const data = join(folder, "data");
const bot = { QQ_APP_ID: "app", QQ_APP_SECRET: "secret-of-the-bot" };
const routes: Routes = { ci: { scene: "group", source: "generic", open: true, to: ["G1"] } };

let simulator: Simulator;
let relay: Running;
const children: Child[] = [];
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, appId: bot.QQ_APP_ID, appSecret: bot.QQ_APP_SECRET });
  relay = await startRelay({
    routes,
    settings: { events: "callback", limits: { override: { group: { proactive: 0 } } } },
    env: { ...bot, ...qq() },
    admin: { token: "T" },
    log: () => undefined,
  });
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill("SIGKILL");
    await child.exit;
  }
});
afterAll(async () => {
  await relay.stop();
  await simulator.stop();
  rmSync(folder, { recursive: true });
});

const qq = () => ({ QQ_API_BASE: simulator.url, QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken` });

function run(change: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Child {
  const env = { ...bot, ...qq(), RELAY_EVENTS_URL: `${relay.url}/events`, RELAY_DATA: data, RELAY_SCENES: "group" };
  const child = runLocal("gateway/start.mjs", args, { ...env, ...change });
  children.push(child);
  return child;
}

async function start(change: Readonly<Record<string, string>> = {}): Promise<Child> {
  const child = run(change);
  await untilReady(child);
  await expect.poll(() => child.out(), { timeout: 5_000 }).toContain("已连到 QQ 的网关");
  return child;
}

const control = async (path: string, body?: unknown): Promise<unknown> => {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`${simulator.url}/_sim/${path}`, init);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};

const say = (text: string) => control("say", { scene: "group", target: "G1", text });

type Sent = { readonly status: number; readonly permit: string; readonly body: { readonly content: string } };

const sent = async (): Promise<readonly Sent[]> =>
  ((await control("messages?scene=group&target=G1")) as readonly Sent[]).filter(({ status }) => status === 200);

const sentAre = async (count: number): Promise<void> => {
  await expect.poll(sent, { timeout: 5_000 }).toHaveLength(count);
};

const gateway = () => control("gateway") as Promise<{ readonly identifies: number; readonly resumes: number }>;

const status = async (): Promise<unknown> =>
  (await fetch(`${relay.adminUrl}/_relay/status`, { headers: { authorization: "Bearer T" } })).json();

describe("npm run gateway", () => {
  it("opens windows at a relay elsewhere, and resumes after a kill and after a stop: nothing is lost, nothing twice", async () => {
    expect(await status()).toEqual({ events: "callback" });
    const first = await start();
    await fetch(`${relay.url}/group/ci`, { method: "POST", body: JSON.stringify({ title: "备份完成" }) });
    await say("在吗");
    await sentAre(1);
    expect((await sent())[0]).toMatchObject({ permit: "msg", body: { content: expect.stringContaining("备份完成") } });
    await expect.poll(status, { timeout: 5_000 }).toMatchObject({ process: { isSilent: false } });

    first.process.kill("SIGKILL");
    await first.exit;
    await say("帮助");
    const second = await start();
    await sentAre(2);

    second.process.kill("SIGTERM");
    expect(await second.exit).toBe(0);
    const session: unknown = JSON.parse(readFileSync(join(data, "gateway-session.json"), "utf8"));
    expect(session).toMatchObject({ appId: "app", seq: 3 });
    await say("状态");
    const third = await start();
    await sentAre(3);
    expect(await gateway()).toMatchObject({ identifies: 1, resumes: 2 });

    const other = run();
    expect(await other.exit).toBe(1);
    expect(other.err()).toContain("is in use by process");
    expect(await gateway()).toMatchObject({ identifies: 1, resumes: 2 });
    for (const { out, err } of [first, second, third, other]) expect(out() + err()).not.toContain(bot.QQ_APP_SECRET);
  });

  it("says what is missing, in both languages, and that no restart helps", async () => {
    const child = run({ RELAY_EVENTS_URL: "", QQ_APP_SECRET: "" });
    expect(await child.exit).toBe(2);
    expect(child.err()).toBe(
      [
        "没有设置 RELAY_EVENTS_URL：sst deploy 打印的 events 地址",
        "  RELAY_EVENTS_URL is not set: the address that sst deploy printed as events",
        "没有设置 QQ_APP_SECRET：QQ 控制台“开发设置”里的，和中继用的一样",
        "  QQ_APP_SECRET is not set: as in QQ's console (q.qq.com, 开发管理 › 开发设置), and as the relay has it",
        "",
      ].join("\n"),
    );
  });

  it("says what it cannot use", async () => {
    const child = run({ QQ_API_BASE: "http://qq.example", RELAY_DATA: join(folder, "none") });
    expect(await child.exit).toBe(2);
    expect(child.err()).toContain("QQ_API_BASE points to qq.example without TLS");
  });

  it("explains itself", async () => {
    const child = run({}, ["--help"]);
    expect(await child.exit).toBe(0);
    expect(child.out()).toContain("RELAY_EVENTS_URL");
  });

  it("says so where the relay does not know it", async () => {
    const child = await start({ RELAY_EVENTS_URL: `${relay.url}/group/none`, RELAY_DATA: join(folder, "lost") });
    await expect.poll(() => child.out(), { timeout: 5_000 }).toContain("gateway-relay-refuses status=404");
  });
});
