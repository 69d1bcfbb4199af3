import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../../local/run/folder-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
const pid = join(folder, "lock.pid");
const held: (() => void)[] = [];
afterEach(() => {
  for (const unlock of held.splice(0)) unlock();
});
afterAll(() => rmSync(folder, { recursive: true }));

const take = (): number => held.push(lockFolder(folder));

/** Another process that takes the same folder and then waits to be killed. */
const script = `
  const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, "../../../local/run/folder-lock.ts"))});
  try { lockFolder(${JSON.stringify(folder)}); } catch (error) { console.error(error.message); process.exit(1); }
  console.log("open");
  setInterval(() => undefined, 1_000);
`;
const node = ["--input-type=module", "-e", script];

describe("a data folder", () => {
  it("is let go in order", () => {
    take();
    expect(existsSync(pid)).toBe(true);
    held.pop()?.();
    expect(existsSync(pid)).toBe(false);
    take();
  });

  it("that this process has open is refused", () => {
    take();
    expect(take).toThrow(`in use by process ${process.pid}`);
  });

  it("that another process has open is refused there, by name", () => {
    take();
    const other = spawnSync(process.execPath, node, { encoding: "utf8" });
    expect(other.status).toBe(1);
    expect(other.stderr).toContain(`${folder} is in use by process ${process.pid}`);
  });

  it("of a process that was killed is taken over", async () => {
    const other = spawn(process.execPath, node, { stdio: ["ignore", "pipe", "inherit"] });
    await once(other.stdout, "data");
    expect(take).toThrow(`in use by process ${other.pid}`);
    other.kill("SIGKILL");
    await once(other, "exit");
    take();
  });

  it.each([
    ["names a process that lives", String(process.ppid)],
    ["was cut short", ""],
  ])("whose note of its holder %s, but nobody holds, is taken over", (_, text) => {
    writeFileSync(pid, text);
    expect(take).not.toThrow();
  });
});
