import { spawn } from "node:child_process";
import { once } from "node:events";
import { ric } from "./have-ric.ts";
import { startRuntimeApi } from "./runtime-api.ts";

export type RicOptions = {
  /** Folder of an unpacked zip. */
  readonly folder: string;
  readonly name: string;
  /** `bundle.handler` */
  readonly handler: string;
  /** Seconds. */
  readonly timeout: number;
  /** All of its environment but what Lambda itself sets. */
  readonly env: Readonly<Record<string, string>>;
  /** Ms by which its clock is ahead, since schedules come by the clock. */
  readonly ahead?: number;
};

export type Ric = {
  readonly pid: number;
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

/**
 * A function under AWS's own runtime, frozen between its invocations as Lambda freezes it: what is not awaited does not happen. Throws
 * what its start fails by.
 */
export async function startRic({ folder, name, handler, timeout, env, ahead = 0 }: RicOptions): Promise<Ric> {
  // A process that is frozen before it asked for anything would never ask.
  let frozen = false;
  const freeze = (idle: boolean): void => {
    if (idle !== frozen) child.kill(idle ? "SIGSTOP" : "SIGCONT");
    frozen = idle;
  };
  const api = await startRuntimeApi({ name, timeout, onIdle: freeze });
  const clock = ahead === 0 ? [] : ["--import", `data:text/javascript,${encodeURIComponent(aheadBy(ahead))}`];
  const child = spawn(process.execPath, ["--expose-gc", ...clock, ric], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...env,
      AWS_LAMBDA_RUNTIME_API: api.host,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "512",
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: "here",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: handler,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (log += text));
  const ended = once(child, "exit");
  const died = ended.then(() => {
    throw new Error(`${name} does not run:\n${log}`);
  });
  died.catch(() => undefined);
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
    await api.stop();
  };
  try {
    await Promise.race([api.started, died]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    pid: child.pid ?? 0,
    invoke: (event) =>
      Promise.race([api.invoke(event), died]).catch((error: unknown) => {
        throw new Error(`${name}: ${String(error)}\n${log}`, { cause: error });
      }),
    log: () => log,
    stop,
  };
}

const aheadBy = (ms: number): string => `
  const realNow = Date.now.bind(Date);
  Date.now = () => realNow() + ${ms};
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [Date.now()] : args, newTarget),
  });`;
