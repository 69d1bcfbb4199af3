import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Why this machine traces no process; undefined where it can. */
export function whyNoTrace(): string | undefined {
  const { error, status, stderr } = spawnSync("strace", ["-qq", "-e", "trace=none", "true"], { encoding: "utf8" });
  if (error) return "strace is not installed (Debian: apt-get install strace)";
  return status === 0 ? undefined : `strace may not trace a process here: ${stderr.trim()}`;
}

/** The embedded run under strace, as `runLocal` would have it. */
export const traced = (options: readonly string[], args: readonly string[]): readonly [string, readonly string[]] => [
  "strace",
  [
    "-f",
    "-qq",
    ...options,
    process.execPath,
    join(import.meta.dirname, "..", "..", "local", "run", "start.mjs"),
    ...args,
  ],
];

/** A system call of a trace: where it began and ended, in lines, and its text. */
export type Call = { readonly name: string; readonly text: string; readonly began: number; readonly ended: number };

const beginning = /^(\d+) +(\w+)\((.*)$/;
const resumption = /^(\d+) +<\.\.\. (\w+) resumed>(.*)$/;

/** The calls of a trace of several threads, whose lines cut into each other. */
export function readTrace(trace: string): readonly Call[] {
  const open = new Map<string, Omit<Call, "ended">>();
  const calls: Call[] = [];
  for (const [at, line] of trace.split("\n").entries()) {
    const begun = beginning.exec(line);
    const resumed = resumption.exec(line);
    if (begun) {
      const [, thread = "", name = "", rest = ""] = begun;
      if (rest.endsWith("<unfinished ...>")) open.set(thread, { name, text: rest, began: at });
      else calls.push({ name, text: rest, began: at, ended: at });
    } else if (resumed) {
      const [, thread = "", , rest = ""] = resumed;
      const first = open.get(thread);
      if (first) calls.push({ ...first, text: first.text + rest, ended: at });
      open.delete(thread);
    }
  }
  return calls;
}
