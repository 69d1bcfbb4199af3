import type { Env } from "./env.ts";
import { createLog } from "../log/log.ts";
import { withMetrics } from "../log/metrics.ts";
import { thinRefusals } from "../log/thin-refusals.ts";
import type { Log } from "../ports.ts";

/**
 * The log of a function. Its lines go to standard output as they are: with a log format of JSON, AWS would wrap those of
 * `console` into lines of its own, in which CloudWatch finds no metrics. Each line costs: on refusals there is one a second at most.
 */
export function composeLog(env: Env, now: () => Date): Log {
  const log = createLog((line) => process.stdout.write(`${line}\n`), now);
  const namespace = env["RELAY_METRICS"];
  return thinRefusals(namespace === undefined ? log : withMetrics(log, namespace, now), () => now().getTime());
}
