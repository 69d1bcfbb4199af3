import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { postAll } from "../load.ts";
import type { Qq } from "../qq.ts";
import { percentile } from "../statistics.ts";
import { formatTable } from "../table.ts";
import { makeFolder, startEmbedded } from "./run.ts";

/** µs that each sync takes longer. */
const delay = 30_000;
const minAccepted = 300;
const messages = 2_000;

const tracer = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null"];
const slowSyncs = ["-e", "trace=fsync,fdatasync", "-e", `inject=fsync,fdatasync:delay_exit=${delay}`];

/** Answers a second on a disk whose syncs take 30 ms: SQLite writes in the relay's thread, syncs are in Node's pool. */
export async function benchSlowDisk(qq: Qq): Promise<string> {
  const title = "A slow disk: 30 ms added to each sync, 32 connections";
  if (spawnSync(tracer[0] ?? "", [...tracer.slice(1), "true"]).status !== 0)
    return `${title}\n  not measured: there is no strace that may trace a process\n`;
  const relay = await startEmbedded(join(makeFolder(), "data"), qq.url, [...tracer, ...slowSyncs]);
  const { seconds, latencies } = await postAll(relay.url, qq.nextHooks(messages), 32);
  await relay.untilTold(messages);
  await relay.stop();
  const accepted = messages / seconds;
  const head = ["accepted/s", "goal", "", "p50 ms", "p99 ms", "longest ms"];
  const row = [
    accepted.toFixed(0),
    `≥ ${minAccepted}`,
    accepted >= minAccepted ? "ok" : "under",
    ...[0.5, 0.99, 1].map((share) => percentile(latencies, share).toFixed(0)),
  ];
  return formatTable(title, head, [row]);
}
