import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { besideGoal } from "../goal.ts";
import { postAll } from "../load.ts";
import type { Qq } from "../qq.ts";
import { formatTable } from "../table.ts";
import { residentMegabytesOf } from "./process-usage.ts";
import { makeFolder, startEmbedded } from "./run.ts";

const webhooks = 20_000;
const maxMegabytes = 200;

/** Resident memory of the whole process tree after so many webhooks, all of them told; of a second start, as nearly all are. */
export async function benchMemory(qq: Qq): Promise<string> {
  const data = join(makeFolder(), "data");
  mkdirSync(data);
  await (await startEmbedded(data, qq.url)).stop();
  const relay = await startEmbedded(data, qq.url);
  const atFirst = residentMegabytesOf(relay.pid);
  for (let sent = 0; sent < webhooks; sent += 2_000) await postAll(relay.url, qq.nextHooks(2_000), 32);
  await relay.untilTold(webhooks);
  const row = ["resident MB", atFirst.toFixed(0), ...besideGoal(residentMegabytesOf(relay.pid), maxMegabytes, 0)];
  await relay.stop();
  return formatTable("Memory of the process tree", ["", "when ready", `after ${webhooks} webhooks`, "goal", ""], [row]);
}
