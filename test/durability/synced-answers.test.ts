import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Child, compiled, toChild, untilReady } from "../local/child.ts";
import { post, readStates, type Surroundings, surround } from "./relay.ts";
import { type Call, readTrace, traced, whyNoTrace } from "./strace.ts";

const missing = whyNoTrace();
if (missing !== undefined) console.warn(`skipped: ${missing}`);

const count = Number(process.env["DURABILITY_WEBHOOKS"] ?? 20);

describe.skipIf(missing !== undefined)("the real process, traced", () => {
  let around: Surroundings;
  let child: Child;
  beforeEach(async () => {
    around = await surround();
  });
  afterEach(async () => {
    child.process.kill("SIGKILL");
    await child.exit;
    await around.stop();
  });

  const start = async (options: readonly string[]): Promise<void> => {
    const [command, args] = traced(options, around.args);
    const ours = { PATH: process.env["PATH"], NODE_COMPILE_CACHE: compiled, ADMIN_PORT: "0", RELAY_ENV_FILE: "" };
    const env = { ...ours, ...around.env };
    child = toChild(spawn(command, [...args], { env }));
    await untilReady(child);
  };
  const stop = async (): Promise<void> => {
    const relay = readFileSync(`/proc/${child.process.pid}/task/${child.process.pid}/children`, "utf8").trim();
    process.kill(Number(relay.split(" ")[0]), "SIGTERM");
    await child.exit;
  };

  it("has synced the log after a webhook's record was written to it, and before the 202 leaves", async () => {
    const file = join(around.folder, "trace");
    const calls = ["fsync", "fdatasync", "pwrite64", "write", "writev", "openat"].join();
    await start(["-y", "-s", "5000", "-o", file, "-e", `trace=${calls}`]);
    const titles = Array.from({ length: count }, (_, at) => `synced-${at}-of-${count}`);
    for (const title of titles) expect(await post(child.url(), title)).toBe(202);
    await stop();

    const trace = readTrace(readFileSync(file, "utf8"));
    const isOnLog = ({ text }: Call): boolean => /^\d+<[^>]*\/relay\.sqlite-wal>/.test(text);
    const answers = trace.filter(({ name, text }) => /^writev?$/.test(name) && text.includes("HTTP/1.1 202"));
    expect(answers).toHaveLength(count);
    const unsynced = titles.filter((title, at) => {
      const record = trace.find((call) => call.name === "pwrite64" && isOnLog(call) && call.text.includes(title));
      const sync = trace.find(
        (call) => /^f(data)?sync$/.test(call.name) && isOnLog(call) && call.began > (record?.ended ?? Number.NaN),
      );
      return !(sync?.text.endsWith("= 0") && sync.ended < (answers[at]?.began ?? Number.NaN));
    });
    expect(unsynced).toEqual([]);

    const opened = trace.find(({ name, text }) => name === "openat" && /relay\.sqlite-wal", [^)]*O_CREAT/.test(text));
    const folder = trace.find(
      ({ name, text, began }) =>
        name === "fsync" &&
        text.startsWith(`${/^\d+/.exec(text)?.[0]}<${around.data}>`) &&
        began > (opened?.ended ?? NaN),
    );
    expect(folder?.ended, "the log's name is on the disk too").toBeLessThan(answers[0]?.began ?? 0);
  });

  it("accepts nothing more once a sync has failed, ends with a sentence, and keeps what it accepted before", async () => {
    await start(["-o", "/dev/null", "-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO:when=6+"]);
    const titles = Array.from({ length: 40 }, (_, at) => `failing-${at}`);
    const answers = new Map<string, number | undefined>();
    for (const title of titles) answers.set(title, await post(child.url(), title));
    expect(await child.exit).toBe(1);
    expect(child.err()).toContain(`The disk of ${around.data} failed`);
    const statuses = titles.map((title) => answers.get(title));
    const failed = statuses.indexOf(503);
    expect(failed).toBeGreaterThan(0);
    expect(new Set(statuses.slice(0, failed))).toEqual(new Set([202]));
    expect(statuses.slice(failed).filter((status) => status !== 503 && status !== undefined)).toEqual([]);
    const states = await readStates(around.data);
    const accepted = titles.slice(0, failed).map((title) => `target#c2c:U1 ${title}`);
    expect(accepted.filter((name) => !states.has(name))).toEqual([]);
  });
});
