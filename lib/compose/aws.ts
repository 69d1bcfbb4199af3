import { systemClock, type Setup } from "./common.ts";
import { composeDynamoTable } from "./dynamo-table.ts";
import type { Env } from "./env.ts";
import { composeLog } from "./log.ts";
import { readLinks } from "./sst-env.ts";
import { composeWake } from "./wake.ts";

/** A function's surroundings in AWS: its environment with SST's links, the table, wake-ups by invocation, and the log. */
export function composeAws(given: Env): Pick<Setup, "env" | "table" | "wake" | "log"> {
  const env = readLinks(given);
  const now = () => systemClock.now().getTime();
  const log = composeLog(env, systemClock.now);
  return { env, table: composeDynamoTable(env, now), wake: composeWake(env, now), log };
}
