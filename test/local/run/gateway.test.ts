import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Child, runLocal, untilReady } from "../child.ts";
import { type Simulator, startSimulator } from "../../../simulator/server.ts";

const folder = mkdtempSync(join(tmpdir(), "start-gateway-"));
const routes = join(folder, "routes.mjs");
writeFileSync(routes, `export const routes = { ci: { scene: "group", source: "generic", open: true, to: "bound" } };`);

let simulator: Simulator;
let child: Child;
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, appId: "app", appSecret: "secret-of-the-bot" });
});
afterAll(async () => {
  child.process.kill("SIGKILL");
  await child.exit;
  await simulator.stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  child = runLocal("run/start.mjs", ["--routes", routes], {
    PORT: "0",
    RELAY_DATA: folder,
    QQ_APP_ID: "app",
    QQ_APP_SECRET: "secret-of-the-bot",
    QQ_API_BASE: simulator.url,
    QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
  });
  await untilReady(child);
  await expect.poll(() => child.err(), { timeout: 5_000 }).toContain("已连到 QQ 的网关");
}

const say = (text: string) =>
  fetch(`${simulator.url}/_sim/say`, { method: "POST", body: JSON.stringify({ scene: "group", target: "G1", text }) });

const messages = async (): Promise<readonly string[]> => {
  const answer = await fetch(`${simulator.url}/_sim/messages?scene=group&target=G1`);
  const all = (await answer.json()) as readonly {
    readonly status: number;
    readonly body: { readonly content: string };
  }[];
  return all.filter(({ status }) => status === 200).map(({ body }) => body.content);
};

it("a bot's id and secret are all it takes: paired in QQ, quota used up, told by a reply; a kill loses and doubles nothing", async () => {
  await start();
  expect(child.out()).toContain("不需要公网地址");
  const token = readFileSync(join(folder, "admin-token"), "utf8").trim();
  const paired = await fetch(`${child.adminUrl()}/_relay/pair`, {
    method: "POST",
    body: JSON.stringify({ route: "ci" }),
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
  const { code } = (await paired.json()) as { readonly code: string };
  await say(`绑定 ${code}`);
  await expect.poll(messages, { timeout: 5_000 }).toHaveLength(1);

  for (let count = 1; count <= 8; count += 1)
    await fetch(`${child.url()}/group/ci`, { method: "POST", body: JSON.stringify({ title: `第 ${count} 次` }) });
  await say("摘要");
  await expect.poll(async () => (await messages()).join("\n"), { timeout: 10_000 }).toContain("第 8 次");

  child.process.kill("SIGKILL");
  await child.exit;
  const before = (await messages()).length;
  await say("帮助");
  await start();
  await expect.poll(async () => (await messages()).length, { timeout: 5_000 }).toBe(before + 1);
});
