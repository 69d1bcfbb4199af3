import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Child, runLocal, untilReady } from "../child.ts";

const folder = mkdtempSync(join(tmpdir(), "start-"));
const children: Child[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill("SIGKILL");
    await child.exit;
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(data: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Child {
  const child = runLocal("run/start.mjs", args, { PORT: "0", SIM_PORT: "0", RELAY_DATA: join(folder, data), ...env });
  children.push(child);
  return child;
}

async function start(...options: Parameters<typeof run>): Promise<Child> {
  const child = run(...options);
  await untilReady(child);
  return child;
}

async function stop(child: Child, signal: NodeJS.Signals): Promise<number | null> {
  child.process.kill(signal);
  return child.exit;
}

const secretIn = (child: Child): string | undefined => /GithubSecret=.*/.exec(child.out())?.[0];

const getJson = async (url: string): Promise<unknown> => (await fetch(url)).json();

/** As an operator asks, by the token in the data folder. */
async function ask(child: Child, data: string, path: string, asked?: object): Promise<string> {
  const token = readFileSync(join(folder, data, "admin-token"), "utf8").trim();
  const headers = { authorization: `Bearer ${token}`, ...(asked && { "content-type": "application/json" }) };
  const init = asked ? { method: "POST", headers, body: JSON.stringify(asked) } : { headers };
  return (await fetch(child.adminUrl() + path, init)).text();
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const ownRoutes = write(
  "own-routes.mjs",
  `export const routes = { disk: { scene: "c2c", source: "generic", secret: "DiskSecret", to: ["U1"], policy: { proactive: "always" } } };`,
);
const disk = { DiskSecret: "disk-secret" };
const post = (child: Child, title: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${child.url()}/c2c/disk`, {
    method: "POST",
    headers: { authorization: "Bearer disk-secret", ...headers },
    body: JSON.stringify({ title }),
  });

describe("npm start", () => {
  it("shows its addresses and what QQ received, stops in order, and knows its deliveries at the next start", async () => {
    const first = await start("sample");
    const deliveries = "/_relay/deliveries?scene=group&target=4C8F0E2B7A9D43E1B65A0C7D9F1E3A52";
    expect(first.out()).toMatch(/\/group\/ci +github → 群 group +GithubSecret\n/);
    expect(first.out()).toMatch(/^ {2}GithubSecret=[\w-]{32}$/m);
    expect(first.out()).toMatch(/^ {2}.*群 group.*: 按旧规则算限额.* · Limits: the older rules; /m);
    expect(first.out()).toContain("│ 7d3f0a9 修复登录页在弱网下白屏\n");
    expect(first.out()).toContain("POST /v2/groups/4C8F0E2B7A9D43E1B65A0C7D9F1E3A52/messages\n");
    const log = JSON.parse(await ask(first, "sample", deliveries)) as unknown;
    expect(log).toEqual([expect.objectContaining({ route: "ci", state: "sent", attempts: 1 })]);
    expect(await ask(first, "sample", "/")).toContain("<title>qq-relay</title>");
    const overview = JSON.parse(await ask(first, "sample", "/_relay/operate/overview", {})) as unknown;
    expect(overview).toMatchObject({
      routes: expect.arrayContaining([expect.objectContaining({ name: "ci", scene: "group" })]),
      limits: expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(/^按旧规则算限额/) })]),
    });
    expect(await stop(first, "SIGTERM")).toBe(0);
    expect(existsSync(join(folder, "sample", "lock.pid"))).toBe(false);
    expect(secretIn(first)).toBeDefined();

    const second = await start("sample");
    expect(second.out()).not.toContain("POST /v2/groups");
    expect(JSON.parse(await ask(second, "sample", deliveries))).toEqual(log);
    expect(secretIn(second)).toBeUndefined();
    expect(second.out()).not.toContain("code=");
    expect(await stop(second, "SIGINT")).toBe(0);
  });

  it("takes a routes file from anywhere, a secret from the environment, and up again what a kill left undone", async () => {
    const first = await start("own", ["--routes", ownRoutes], disk);
    expect(first.out()).not.toContain("DiskSecret=");
    expect(first.out()).not.toContain("POST /v2/");
    const answer = await post(first, "磁盘快满了", { prefer: "wait=5" });
    const told = { deliveries: [{ target: "c2c:U1", state: "sent" }] };
    expect([answer.status, await answer.json()]).toMatchObject([202, told]);
    const messages = "/_sim/messages?scene=c2c&target=U1";
    expect(await getJson(first.simulatorUrl() + messages)).toMatchObject([{ body: { content: "磁盘快满了" } }]);
    expect((await post(first, "谁？", { authorization: "Bearer wrong" })).status).toBe(401);

    const faults = JSON.stringify({ times: 1, delayMs: 60_000 });
    await fetch(`${first.simulatorUrl()}/_sim/faults`, { method: "POST", body: faults });
    expect((await post(first, "断电之前")).status).toBe(202);
    await stop(first, "SIGKILL");
    const second = await start("own", ["--routes", ownRoutes], disk);
    await expect
      .poll(() => getJson(second.simulatorUrl() + messages), { timeout: 10_000 })
      .toMatchObject([{ status: 200, body: { content: "断电之前" } }]);
  });
});

describe("beside a run that is up", () => {
  let first: Child;
  const data = "up";
  beforeAll(async () => {
    first = runLocal("run/start.mjs", ["--no-sample"], { PORT: "0", SIM_PORT: "0", RELAY_DATA: join(folder, data) });
    await untilReady(first);
  });
  afterAll(() => stop(first, "SIGTERM"));

  it("there was no sample, when told so, nor will there be", () => {
    expect(first.out()).not.toContain("POST /v2/groups");
    expect(existsSync(join(folder, data, "started"))).toBe(true);
  });

  it.each([
    { path: "/nowhere/ci", status: 404, error: "not-found" },
    { path: "/group/nowhere", status: 404, error: "unknown-route" },
    { path: "/_relay/deliveries", status: 404, error: "not-found" },
    { path: "/", status: 404, error: "not-found" },
  ])("$path is answered in JSON, $status", async ({ path, status, error }) => {
    const answer = await fetch(first.url() + path, { method: "POST" });
    expect([answer.status, await answer.json()]).toEqual([status, { error, message: expect.any(String) }]);
  });

  it.each([
    { path: "/", status: 404 },
    { path: "/_relay/deliveries?scene=c2c&target=U1", status: 404 },
    { path: "/group/", status: 200 },
  ])("$path answers $status to a tunnel's visitors", async ({ path, status }) => {
    const request = httpRequest(first.url() + path, { headers: { host: "relay.example.com" } }).end();
    const [response] = (await once(request, "response")) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(status);
  });

  it("another cannot have its ports or its data", async () => {
    const { port } = new URL(first.url());
    const { port: simulatorPort } = new URL(first.simulatorUrl());
    const cases = [
      {
        child: run("a", [], { PORT: port }),
        told: `Port ${port} is in use. Stop what uses it, or choose another: PORT=`,
      },
      { child: run("b", [], { SIM_PORT: simulatorPort }), told: `Port ${simulatorPort} is in use` },
      { child: run("c", [], { ADMIN_PORT: new URL(first.adminUrl()).port }), told: "ADMIN_PORT=" },
      { child: run("d", [], { HOST: "192.0.2.7" }), told: "HOST is no address of this machine" },
      { child: run(data), told: `in use by process ${first.process.pid}` },
    ];
    const ended = await Promise.all(cases.map(async ({ child }) => ({ code: await child.exit, err: child.err() })));
    expect(ended).toEqual(cases.map(({ told }) => ({ code: 1, err: expect.stringContaining(told) })));
  });
});

it("ends in order with the npm that started it, which tells only its shell", async () => {
  const root = join(import.meta.dirname, "..", "..", "..");
  const ports = { PORT: "0", ADMIN_PORT: "0", SIM_PORT: "0", RELAY_ENV_FILE: "" };
  const env = { ...ports, RELAY_DATA: join(folder, "npm"), npm_lifecycle_event: "start" };
  const command = `"${process.execPath}" local/run/start.mjs --no-sample; true`;
  const shell = spawn("sh", ["-c", command], { cwd: root, env, stdio: ["ignore", "pipe", "ignore"] });
  await expect.poll(() => existsSync(join(folder, "npm", "started")), { timeout: 15_000 }).toBe(true);
  shell.kill("SIGKILL");
  await once(shell.stdout.resume(), "close");
  expect(existsSync(join(folder, "npm", "lock.pid"))).toBe(false);
});

it("does not start with a wrong routes file", async () => {
  const wrong = write("wrong.mjs", `export const routes = { broken: { scene: "room", source: "github", to: ["A"] } };`);
  const unread = write("unread.ts", "export const routes = {\n  a: {,\n};");
  const children = [wrong, unread].map((file) => run("wrong", ["--routes", file]));
  expect(await Promise.all(children.map(({ exit }) => exit))).toEqual([1, 1]);
  expect(children.map((child) => child.err())).toEqual([
    expect.stringMatching(/wrong\.mjs.*\n.*"broken".*scene.*c2c/),
    expect.stringMatching(/unread\.ts:2 cannot be loaded: Unexpected token/),
  ]);
  expect(existsSync(join(folder, "wrong"))).toBe(false);
});
