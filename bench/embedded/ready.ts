import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { delivery } from "../delivery.ts";
import { besideGoal } from "../goal.ts";
import type { Qq } from "../qq.ts";
import { median } from "../statistics.ts";
import { formatTable } from "../table.ts";
import { openStore } from "./open-store.ts";
import { makeFolder, startEmbedded } from "./run.ts";

const kept = 100_000;
const rounds = 7;

/** Deliveries as the relay leaves them once they are sent. */
async function fill(data: string): Promise<void> {
  const { store, close } = await openStore(data);
  for (let at = 0; at < kept; at += 1_000)
    await Promise.all(
      Array.from({ length: 1_000 }, async (_, more) => {
        const one = delivery(`g${(at + more) % 64}`, `kept-${at + more}`);
        await store.enlist(one);
        await store.settle(one.target, [{ id: one.id, state: "sent", attempts: 1 }], one.arrivedAt);
      }),
    );
  await close();
}

/** How long a start takes with a full log beside an empty folder's. */
export async function benchReady(qq: Qq): Promise<string> {
  const folder = makeFolder();
  const [full, empty] = [join(folder, "full"), join(folder, "empty")];
  for (const each of [full, empty]) mkdirSync(each);
  await fill(full);
  const times = { full: [] as number[], empty: [] as number[] };
  const start = async (data: string): Promise<number> => {
    const run = await startEmbedded(data, qq.url);
    await run.stop();
    return run.readyAfter;
  };
  for (let round = 0; round < rounds; round += 1) {
    times.empty.push(await start(empty));
    times.full.push(await start(full));
  }
  const ratio = median(times.full) / median(times.empty);
  const row = [`${kept} deliveries kept`, median(times.full).toFixed(0), ...besideGoal(ratio, 1.1, 2)];
  const rows = [["empty folder", median(times.empty).toFixed(0), "1.00", "", ""], row];
  return formatTable("Until `ready`", ["", "ms", "times", "goal", ""], rows);
}
