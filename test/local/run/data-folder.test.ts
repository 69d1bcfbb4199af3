import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runLocal, untilReady } from "../child.ts";

const folder = mkdtempSync(join(tmpdir(), "data-"));
afterAll(() => rmSync(folder, { recursive: true }));

const modes = (data: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(data).map((name) => [name, (statSync(join(data, name)).mode & 0o777).toString(8)]));

it("a run's data are its owner's alone, what an earlier version left open among them, and the log of the table", async () => {
  const data = join(folder, "open");
  mkdirSync(data);
  chmodSync(data, 0o755);
  writeFileSync(join(data, "secrets.json"), "{}", { mode: 0o644 });
  const child = runLocal("run/start.mjs", [], { PORT: "0", SIM_PORT: "0", RELAY_DATA: data });
  await untilReady(child);
  expect((statSync(data).mode & 0o777).toString(8)).toBe("700");
  expect(modes(data)).toMatchObject({
    "admin-token": "600",
    "relay.sqlite": "600",
    "relay.sqlite-wal": "600",
    "relay.sqlite-shm": "600",
    "secrets.json": "600",
    started: "600",
  });
  child.process.kill("SIGTERM");
  await child.exit;
});

it("`.env` is read, and what is set already stays", async () => {
  const file = join(folder, "env");
  const data = join(folder, "by-env");
  writeFileSync(file, `RELAY_DATA=${data}\nGithubSecret=from-the-file\nPORT=not-a-port\n`);
  const child = runLocal("run/start.mjs", ["--no-sample"], { PORT: "0", SIM_PORT: "0", RELAY_ENV_FILE: file });
  await untilReady(child);
  expect(child.out()).toContain(data);
  expect(child.out()).not.toContain("GithubSecret=");
  child.process.kill("SIGTERM");
  await child.exit;
});
