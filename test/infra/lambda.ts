import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Invocation, Returned } from "./function-process.ts";
import { ofName } from "../../local/plan/plan.ts";
import { type Plan, zipOf } from "./plan.ts";
import { unzip } from "./zip.ts";

export type Lambda = {
  readonly name: string;
  readonly pid: number;
  /** What it returns to whoever waits for it; an error of its own is thrown. */
  readonly invoke: (event: unknown, offset: number) => Promise<unknown>;
  /** What it has written to standard output and standard error. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

/** Starts a planned function from its own zip, with just the environment that the plan gives it, and what Lambda adds. */
export async function startLambda(
  plan: Plan,
  functionId: string,
  env: Readonly<Record<string, string>>,
): Promise<Lambda> {
  const { name, handler, timeout, environment } = plannedFunction(plan, functionId);
  const cwd = unpackFunction(plan, functionId);
  const child = fork(join(import.meta.dirname, "function-process.ts"), {
    cwd,
    env: { ...environment.variables, AWS_LAMBDA_FUNCTION_NAME: name, HANDLER: handler, TIMEOUT: `${timeout}`, ...env },
    execArgv: ["--no-warnings"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (log += text));
  const ended = once(child, "exit");
  const died = ended.then(() => {
    throw new Error(`${name} does not run:\n${log}`);
  });
  died.catch(() => undefined);
  await Promise.race([once(child, "message"), died]);

  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  child.on("message", ({ id, value, error }: Returned) => {
    if (error === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(`${name}: ${error}\n${log}`));
    waiting.delete(id);
  });
  let count = 0;
  return {
    name,
    pid: child.pid ?? 0,
    invoke: (event, offset) => {
      const id = (count += 1);
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      child.send({ id, event, offset } satisfies Invocation);
      return Promise.race([answer.promise, died]);
    },
    log: () => log,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

/** Unpacks a planned function's zip; where it is now. */
export function unpackFunction(plan: Plan, functionId: string): string {
  const folder = join(plan.folder, "unpacked", functionId);
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of unzip(zipOf(plan, functionId))) writeFileSync(join(folder, file), bytes);
  return folder;
}

export const plannedFunction = (plan: Plan, functionId: string): PlannedFunction =>
  ofName(plan, `${functionId}Function`).inputs as PlannedFunction;

type PlannedFunction = {
  readonly name: string;
  readonly handler: string;
  readonly timeout: number;
  readonly environment: { readonly variables: Readonly<Record<string, string>> };
};
