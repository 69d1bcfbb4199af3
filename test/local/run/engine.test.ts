import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { type Engine, startEngine } from "../../../local/run/engine.ts";

const folder = mkdtempSync(join(tmpdir(), "engine-"));
const path = join(folder, "db");
const open: Engine[] = [];
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(): Promise<Engine> {
  const engine = await startEngine({ path });
  open.push(engine);
  return engine;
}

async function answers(endpoint: string): Promise<boolean> {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  const { TableNames } = await client.send(new ListTablesCommand({}));
  client.destroy();
  return Array.isArray(TableNames);
}

/** Another process that opens the same folder and then waits to be killed. */
const script = `
  const { startEngine } = await import(${JSON.stringify(join(import.meta.dirname, "../../../local/run/engine.ts"))});
  await startEngine({ path: ${JSON.stringify(path)} }).then(() => console.log("open"), (e) => { console.error(e.message); process.exit(1); });
`;
const node = ["--input-type=module", "-e", script];

describe("the embedded engine", () => {
  it("answers, and lets its folder go when stopped", async () => {
    const engine = await start();
    expect(await answers(engine.endpoint)).toBe(true);
    await open.pop()?.stop();
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(await answers((await start()).endpoint)).toBe(true);
  });

  it("refuses a folder that this process has open", async () => {
    await start();
    await expect(startEngine({ path })).rejects.toThrow(`in use by process ${process.pid}`);
  });

  it("tells another process who holds the folder", async () => {
    await start();
    const other = spawnSync(process.execPath, node, { encoding: "utf8" });
    expect(other.status).toBe(1);
    expect(other.stderr).toContain(`${path} is in use by process ${process.pid}`);
  });

  it("takes over the folder of a process that was killed", async () => {
    const other = spawn(process.execPath, node, { stdio: ["ignore", "pipe", "inherit"] });
    await once(other.stdout, "data");
    await expect(startEngine({ path })).rejects.toThrow(`in use by process ${other.pid}`);
    other.kill("SIGKILL");
    await once(other, "exit");
    expect(await answers((await start()).endpoint)).toBe(true);
  });

  it.runIf(process.platform === "linux")("takes over a lock whose pid now belongs to someone else", async () => {
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: process.ppid, born: "1" }));
    expect(await answers((await start()).endpoint)).toBe(true);
  });

  it.each([
    { name: "of this very pid from an earlier life", lock: JSON.stringify({ pid: process.pid, born: "1" }) },
    { name: "that was cut short", lock: "" },
  ])("takes over a lock $name", async ({ lock }) => {
    writeFileSync(`${path}.lock`, lock);
    expect(await answers((await start()).endpoint)).toBe(true);
  });

  it("keeps memory engines apart", async () => {
    const [one, two] = [await startEngine(), await startEngine()];
    open.push(one, two);
    expect(one.endpoint).not.toBe(two.endpoint);
  });
});
