import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";

export type Started = {
  readonly process: ChildProcess;
  /** Of the public door. */
  readonly port: string;
  /** Both outputs so far. */
  readonly out: () => string;
  /** Resolves with the exit code. */
  readonly exit: Promise<number | null>;
};

/** Starts a relay and waits for its line `ready`; throws what it said when it ends before. */
export async function startReady(command: readonly string[], options: SpawnOptions): Promise<Started> {
  const [file = "", ...args] = command;
  const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  const exit = once(child, "close").then(([code]) => code as number | null);
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        out += text;
        if (/^ready$/m.test(out)) resolve();
      });
    }
    void exit.then((code) => reject(new Error(`ended with ${code}: ${out}`)));
  });
  const [, port = ""] = /http:\/\/[^\s/]+:(\d+)\/events/.exec(out) ?? [];
  return { process: child, port, out: () => out, exit };
}

/** One webhook to the route `me` of the shipped routes, delivered before it is answered. */
export const postOne = async ({ port }: Started, secret: string): Promise<unknown> => {
  const answer = await fetch(`http://127.0.0.1:${port}/c2c/me`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, prefer: "wait=5" },
    body: JSON.stringify({ title: "备份完成" }),
  });
  return [answer.status, await answer.json()];
};
