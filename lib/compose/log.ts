import type { Env } from "./env.ts";
import { createLog } from "../log/log.ts";
import { withMetrics } from "../log/metrics.ts";
import type { Log } from "../ports.ts";

/**
 * The log of a function. Its lines go to standard output as they are: with a log format of JSON, AWS would wrap those of
 * `console` into lines of its own, in which CloudWatch finds no metrics.
 */
export function composeLog(env: Env, now: () => Date): Log {
  const log = createLog((line) => process.stdout.write(`${line}\n`), now);
  const namespace = env["RELAY_METRICS"];
  return namespace === undefined ? log : withMetrics(log, namespace, now);
}
