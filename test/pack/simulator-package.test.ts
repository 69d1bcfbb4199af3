import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as plain } from "vitest";
import { root } from "../structure/project-files.ts";
import { tellSkipped } from "../support/install.ts";

const timeout = 240_000;

/** An empty folder in which the packed simulator was installed; undefined where npm cannot have its packages. */
const test = plain
  .extend("installed", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "packed-"));
    onCleanup(() => rmSync(folder, { recursive: true }));
    const packed = spawnSync(process.execPath, [join(root, "simulator", "pack", "main.ts"), folder], {
      encoding: "utf8",
      timeout,
    });
    expect(packed).toMatchObject({ status: 0, stderr: "" });
    const [tarball = ""] = globSync("*.tgz", { cwd: folder });
    writeFileSync(join(folder, "package.json"), `{"private":true}`);
    const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", `./${tarball}`];
    const { status } = spawnSync("npm", args, { cwd: folder, stdio: "ignore", timeout });
    return status === 0 ? folder : undefined;
  })
  .extend("folder", ({ installed, skip }) => installed ?? skip(tellSkipped("npm cannot install the packed simulator")))
  .extend("started", async ({ folder }, { onCleanup }) => {
    const child = spawn("npx", ["qq-bot-simulator", "--port", "0"], { cwd: folder, detached: true });
    const told = { out: "", err: "" };
    child.stdout.on("data", (data: Buffer) => (told.out += data.toString()));
    child.stderr.on("data", (data: Buffer) => (told.err += data.toString()));
    const ended = once(child, "close");
    // npx and what it started, whichever of them is still there.
    onCleanup(async () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), "SIGTERM");
      await ended;
    });
    await expect.poll(() => told.out, { timeout: 20_000 }).toContain("QQ_TOKEN_URL=");
    return { url: /http:\S+/.exec(told.out)?.[0] ?? "", told, ended, child };
  });

test("it has JavaScript alone, the page's style, no types but those of its door, and no word of this checkout", ({
  folder,
}) => {
  const own = join(folder, "node_modules", "qq-bot-simulator");
  const files = globSync("**/*", { cwd: own, withFileTypes: true }).filter((file) => file.isFile());
  const names = files.map((file) => join(file.parentPath, file.name));
  const typed = names.filter((name) => name.endsWith(".ts"));
  expect(typed.map((name) => name.slice(own.length + 1))).toEqual([join("simulator", "server.d.ts")]);
  expect(names).toEqual(
    expect.arrayContaining([
      join(own, "LICENSE"),
      join(own, "README.md"),
      join(own, "simulator/page/browser/page.css"),
    ]),
  );
  for (const name of names) expect(readFileSync(name, "utf8")).not.toContain(root);
  const { dependencies } = JSON.parse(readFileSync(join(own, "package.json"), "utf8")) as { dependencies: object };
  expect(Object.values(dependencies).every((version) => /^\d+\.\d+\.\d+$/.test(String(version)))).toBe(true);
});

test("from an empty folder npx starts it: its page with all that it loads, a gateway, a message and a person's words", async ({
  started,
}) => {
  const { url, told } = started;
  const read = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: "Bot sim-app.any" };
    const answer = await fetch(url + path, { headers, ...init });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };
  const post = async (path: string, body: object): Promise<unknown> =>
    JSON.parse(
      await read(path, { method: "POST", body: JSON.stringify(body), headers: { authorization: "Bot sim-app.any" } }),
    );
  const page = await read("/");
  const loaded = new Set<string>();
  const load = async (path: string): Promise<void> => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const source = await read(path);
    for (const [, to = ""] of source.matchAll(/^(?:import|export)[^"';]*from "(\.[^"]+)"/gm))
      await load(new URL(to, url + path).pathname);
  };
  for (const [, path = ""] of page.matchAll(/"(\/_sim\/page\/[^"]+)"/g)) await load(path);
  expect(loaded.size).toBeGreaterThan(40);
  expect(JSON.parse(await read("/gateway"))).toEqual({ url: `${url.replace("http", "ws")}/websocket/` });
  expect(await post("/v2/groups/G1/messages", { msg_type: 0, content: "hi" })).toHaveProperty("id");
  expect(await post("/_sim/say", { scene: "group", target: "G1", text: "hi" })).toHaveProperty("msg_id");
  expect(told.out).toContain("nobody heard it");
  expect(told.err).toBe("");
});

test("--help and --version are answered", ({ folder }) => {
  const ask = (flag: string) =>
    spawnSync("npx", ["qq-bot-simulator", flag], { cwd: folder, encoding: "utf8", timeout });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  expect(ask("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("qq-bot-simulator [--port N]") });
  expect(ask("--version")).toMatchObject({ status: 0, stdout: `${version}\n` });
});

test("a bot that names QQ's hosts is led to it", async ({ folder, started }) => {
  const script = `console.log(await (await fetch("https://api.sgroup.qq.com/users/@me", { headers: { authorization: "Bot sim-app.any" } })).text())`;
  const args = ["--import", "qq-bot-simulator/redirect", "--input-type=module", "-e", script];
  const bot = spawn(process.execPath, args, { cwd: folder, env: { PATH: "", QQ_SIM: started.url } });
  let out = "";
  bot.stdout.on("data", (data: Buffer) => (out += data.toString()));
  await once(bot, "close");
  expect(JSON.parse(out)).toMatchObject({ username: "sim-bot" });
});

test("it ends when it is asked to", async ({ started }) => {
  const { child, ended } = started;
  process.kill(-(child.pid ?? 0), "SIGTERM");
  await ended;
  await expect(fetch(started.url)).rejects.toThrow("fetch failed");
});
