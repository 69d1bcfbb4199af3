import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export type Child = {
  readonly process: ChildProcess;
  /** Standard output so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves with the exit code. */
  readonly exit: Promise<number | null>;
  /** The relay's own address, as its table of URLs has it. */
  readonly url: () => string;
  readonly adminUrl: () => string;
  readonly simulatorUrl: () => string;
};

/** What processes of tests share of what they compile: each would strip the types of all files anew, for a second of CPU. */
export const compiled = join(root, "node_modules", ".cache", "compiled");

/** Runs a script of `local/` as people do, with nothing else in the environment but what is given. */
export function runLocal(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  user: { readonly uid?: number; readonly gid?: number } = {},
): Child {
  return toChild(
    spawn(process.execPath, [join(root, "local", script), ...args], {
      cwd: root,
      ...user,
      env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: compiled, ADMIN_PORT: "0", RELAY_ENV_FILE: "", ...env },
    }),
  );
}

/** A process whose output is kept, however it was begun. */
export function toChild(child: ChildProcessWithoutNullStreams): Child {
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return {
    process: child,
    out: () => out,
    err: () => err,
    exit: once(child, "close").then(([code]) => code as number | null),
    url: () => / (http:\S+)\/events /.exec(out)?.[1] ?? "",
    adminUrl: () => / (http:\S+) +控制台/.exec(out)?.[1] ?? "",
    simulatorUrl: () => / (http:\S+) +QQ 模拟器/.exec(out)?.[1] ?? "",
  };
}

/** Resolves at the line `ready`; rejects with what was said when the process ends before it. */
export function untilReady(child: Child): Promise<void> {
  return new Promise((resolve, reject) => {
    child.process.stdout?.on("data", () => {
      if (/^ready$/m.test(child.out())) resolve();
    });
    void child.exit.then((code) => reject(new Error(`ended with ${code}: ${child.err()}`)));
  });
}
