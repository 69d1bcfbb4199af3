import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { childrenOf } from "./process-usage.ts";
import { envOf } from "../qq.ts";
import { limits, routes, secretName } from "../settings.ts";
import { pushSecret } from "../push.ts";

/** A process under measurement. */
export type Run = {
  readonly pid: number;
  readonly url: string;
  /** ms from its start to the line `ready`. */
  readonly readyAfter: number;
  /** Resolves when so many notices have gone to QQ since its start. */
  readonly untilTold: (notices: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const root = join(import.meta.dirname, "..", "..");

const folders: string[] = [];

/** A folder for a run's files and data, removed at the end of this process. */
export function makeFolder(): string {
  if (folders.length === 0)
    process.once("exit", () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  folders.push(folder);
  return folder;
}

/** `npm start` as a server has it: a bot's credentials, JSON log lines, a data folder. `before` is put before Node: a tracer. */
export async function startEmbedded(data: string, qqUrl: string, before: readonly string[] = []): Promise<Run> {
  const folder = makeFolder();
  const write = (name: string, value: unknown): string => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, `export const ${name} = ${JSON.stringify(value)};`);
    return file;
  };
  const files = ["--routes", write("routes", routes), "--settings", write("settings", { limits, events: "callback" })];
  const asStarted = readStartCommand();
  const [command = "", ...args] = [...before, process.execPath, ...asStarted, "--no-sample", ...files];
  const env = {
    PATH: process.env["PATH"],
    ...envOf(qqUrl),
    PORT: "0",
    ADMIN_PORT: "0",
    RELAY_ENV_FILE: "",
    RELAY_DATA: data,
    RELAY_LOG: "json",
    [secretName]: pushSecret,
  };
  const began = performance.now();
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const end = (): boolean => child.kill("SIGKILL");
  process.once("exit", end);
  const told = countTold(child);
  const url = await untilReady(child);
  const readyAfter = performance.now() - began;
  const own = child.pid ?? 0;
  const pid = before.length === 0 ? own : (childrenOf(own)[0] ?? own);
  return {
    pid,
    url,
    readyAfter,
    untilTold: told,
    stop: async () => {
      process.kill(pid, "SIGTERM");
      await once(child, "exit");
      process.off("exit", end);
    },
  };
}

/** The arguments that `npm start` gives Node. */
function readStartCommand(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(" ").slice(1);
}

async function untilReady(child: ChildProcess): Promise<string> {
  let url = "";
  if (child.stdout)
    for await (const line of createInterface(child.stdout)) {
      url ||= / (http:\S+)\/events /.exec(line)?.[1] ?? "";
      if (line === "ready") break;
    }
  if (url === "") throw new Error("the relay does not start");
  child.stdout?.resume();
  return url;
}

/** Reads the log as whoever keeps it does, and counts by it. */
function countTold(child: ChildProcess): Run["untilTold"] {
  let told = 0;
  const waiting = new Map<() => void, number>();
  const look = (): void => {
    for (const [resolve, notices] of waiting)
      if (told >= notices) {
        waiting.delete(resolve);
        resolve();
      }
  };
  const read = (line: string): void => {
    if (!line.startsWith("{") || line.includes('"level":"error"')) console.error("the relay:", line);
    if (!line.includes('"event":"send"')) return;
    const { notices, outcome } = JSON.parse(line) as { readonly notices: number; readonly outcome: string };
    if (outcome === "sent") told += notices;
    look();
  };
  if (child.stderr) createInterface(child.stderr).on("line", read);
  return (notices) =>
    new Promise((resolve) => {
      waiting.set(resolve, notices);
      look();
    });
}
