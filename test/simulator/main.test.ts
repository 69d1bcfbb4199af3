import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../../simulator/main.ts", import.meta.url));

const start = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [main], { env: { PATH: "", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const told = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (told.out += chunk));
  child.stderr.on("data", (chunk) => (told.err += chunk));
  return { child, told, ended: once(child, "close") };
};

test("starts with one line, answers, and stops when asked to", async () => {
  const { child, told, ended } = start({ SIM_PORT: "0", QQ_APP_SECRET: "not-to-be-printed" });
  await once(child.stdout, "data");
  expect(told.out).toMatch(/^QQ 模拟器 \/ QQ simulator: http:\/\/127\.0\.0\.1:\d+ {2}app id: sim-app\n$/);
  const [url = ""] = /http:\S+/.exec(told.out) ?? [];
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
    [1, null],
  ]);
  expect(busy.told.err).toContain(`port ${port} is taken`);
  expect(wrong.told.err).toContain("SIM_PORT is not a port: http");
  taken.close();
});
