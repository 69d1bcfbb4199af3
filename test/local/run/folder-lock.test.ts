import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../../local/run/folder-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
const lock = join(folder, "lock");
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
    expect(existsSync(lock)).toBe(true);
    held.pop()?.();
    expect(existsSync(lock)).toBe(false);
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

  it.runIf(process.platform === "linux")("whose holder's pid now belongs to someone else is taken over", () => {
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, born: "1" }));
    expect(take).not.toThrow();
  });

  it.each([
    { name: "of this very pid from an earlier life", text: JSON.stringify({ pid: process.pid, born: "1" }) },
    { name: "that was cut short", text: "" },
  ])("with a lock $name is taken over", ({ text }) => {
    writeFileSync(lock, text);
    expect(take).not.toThrow();
  });
});
