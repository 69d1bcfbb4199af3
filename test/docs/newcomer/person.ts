import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Someone at a terminal: runs commands, has processes open, and looks at the clock. */
export type Person = {
  /** Runs a command to its end; throws with what it said where it fails. */
  readonly run: (command: string) => Promise<string>;
  /** Leaves a command running, once it has said `says`. */
  readonly open: (command: string, says: RegExp) => Promise<Opened>;
  /** Does a step, and prints how long it took. */
  readonly step: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Ends what is open still; seconds since the beginning. */
  readonly leave: () => Promise<number>;
};

export type Opened = { readonly said: () => string; readonly end: () => Promise<void> };

const patience = 60_000;

/** `env` is all that a command gets; a command that takes over a minute has failed. */
export function sitDown(folder: string, env: NodeJS.ProcessEnv, print: (line: string) => void): Person {
  const began = performance.now();
  const opened = new Set<Opened>();
  const start = (command: string) => {
    const child = spawn("sh", ["-c", command], { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    return { child, said: () => said, exit: once(child, "close").then(([code]) => code as number | null) };
  };
  const seconds = (since: number): number => (performance.now() - since) / 1000;

  return {
    run: async (command) => {
      const { child, said, exit } = start(command);
      const timer = setTimeout(() => end(child), command.startsWith("npm ci") ? 5 * patience : patience);
      const code = await exit;
      clearTimeout(timer);
      if (code !== 0) throw new Error(`${command}\nended with ${code}:\n${said()}`);
      return said();
    },
    open: async (command, says) => {
      const { child, said, exit } = start(command);
      const process = {
        said,
        end: async () => {
          opened.delete(process);
          end(child);
          await exit;
        },
      };
      opened.add(process);
      const isOver = exit.then(() => true);
      for (const since = performance.now(); !says.test(said());) {
        if ((await Promise.race([isOver, after(100)])) || seconds(since) * 1000 > patience)
          throw new Error(`${command}\nnever said ${says.source}:\n${said()}`);
      }
      return process;
    },
    step: async (name, work) => {
      const since = performance.now();
      await work();
      print(`${seconds(since).toFixed(1).padStart(6)} s  ${name}`);
    },
    leave: async () => {
      for (const process of opened) await process.end();
      return seconds(began);
    },
  };
}

const after = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));

/** The shell and all that it began. */
function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGTERM");
  } catch {
    // It has ended.
  }
}
