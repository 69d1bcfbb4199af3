import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../../simulator/main.ts", import.meta.url));

const start = (env: Record<string, string>, ...args: string[]) => {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (told.out += chunk));
  child.stderr.on("data", (chunk) => (told.err += chunk));
  return { child, told, ended: once(child, "close") };
};

test("says how to point a bot here, answers, and stops when asked to", async () => {
  const { child, told, ended } = start({ SIM_PORT: "0", QQ_APP_SECRET: "not-to-be-printed" });
  await once(child.stdout, "data");
  expect(told.out).toMatch(/^QQ 模拟器 \/ QQ simulator: http:\/\/127\.0\.0\.1:\d+ {2}app id: sim-app\n/);
  expect(told.out).not.toContain("not-to-be-printed");
  const [url = ""] = /http:\S+/.exec(told.out) ?? [];
  for (const line of [
    `${url}/`,
    "QQ_APP_ID=sim-app",
    `QQ_API_BASE=${url}`,
    `QQ_TOKEN_URL=${url}/app/getAppAccessToken`,
  ])
    expect(told.out.split(/\n| (?=http)/)).toContain(line);
  const body = JSON.stringify({ appId: "sim-app", clientSecret: "not-to-be-printed" });
  const token = await fetch(`${url}/app/getAppAccessToken`, { method: "POST", body });
  expect(await token.json()).toMatchObject({ expires_in: "7200" });
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(told.err).toBe("");
});

test("says why it cannot start", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const port = String((taken.address() as AddressInfo).port);
  const [busy, wrong] = [start({ SIM_PORT: port }), start({ SIM_PORT: "http" })];
  expect(await Promise.all([busy.ended, wrong.ended])).toEqual([
    [1, null],
    [2, null],
  ]);
  expect(busy.told.err).toContain(`port ${port} is taken`);
  expect(wrong.told.err).toContain("is not a port: http");
  taken.close();
});

test("prints help and version, and ends; so it does where an option is misspelt", async () => {
  const children = [start({}, "--help"), start({}, "--version"), start({}, "--prot", "1")];
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([
    [0, null],
    [0, null],
    [2, null],
  ]);
  const [help, version, misspelt] = children.map(({ told }) => told);
  expect(help?.out).toContain("--callback URL");
  expect(version?.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(misspelt).toEqual({ out: "", err: expect.stringContaining("did you mean --port?") });
});
