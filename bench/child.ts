import { fork } from "node:child_process";
import { once } from "node:events";

export type Child<Ready, Answer> = {
  readonly pid: number;
  /** The first message of the process: it is up. */
  readonly ready: Ready;
  /** Asks it anything; there is one question, and one answer at a time. */
  readonly ask: () => Promise<Answer>;
  readonly stop: () => void;
};

/** Runs a script as a process of its own, with nothing in its environment but what is given. */
export async function startChild<Ready, Answer = never>(
  script: URL,
  env: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<Child<Ready, Answer>> {
  const child = fork(script, { env, execArgv: [...execArgv], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${script.href} ended with ${code}`);
  });
  ended.catch(() => undefined);
  const nextMessage = async (): Promise<unknown> => (await Promise.race([once(child, "message"), ended]))[0];
  return {
    pid: child.pid ?? 0,
    ready: (await nextMessage()) as Ready,
    ask: () => {
      child.send("?");
      return nextMessage() as Promise<Answer>;
    },
    stop: () => child.kill(),
  };
}
