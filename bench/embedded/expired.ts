import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { day, minute } from "../../lib/base/time.ts";
import { besideGoal } from "../goal.ts";
import { postAll } from "../load.ts";
import type { Qq } from "../qq.ts";
import { median } from "../statistics.ts";
import { formatTable } from "../table.ts";
import { openStore } from "./open-store.ts";
import { makeFolder, startEmbedded } from "./run.ts";

const windows = 10_000;
const messages = 300;

/** A year of talk in one group: windows that are over, and in both groups one that makes a deliverer look for more. */
async function fill(data: string): Promise<void> {
  const { store, close } = await openStore(data);
  const now = Date.now();
  const open = (group: string, id: string, closesAt: number) =>
    store.openWindow(
      { scene: "group", id: group },
      { anchor: { kind: "msg", id }, openedAt: closesAt - 5 * minute, closesAt, times: 5 },
    );
  for (let at = 0; at < windows; at += 1_000)
    await Promise.all(
      Array.from({ length: 1_000 }, (_, more) => open("g1", `old-${at + more}`, now - day + at + more)),
    );
  for (const group of ["g0", "g1"]) await open(group, "last", now);
  await close();
}

/** What a delivery takes, from the webhook's POST to QQ's answer, where many windows are over and where there are none. */
export async function benchExpired(qq: Qq): Promise<string> {
  const data = join(makeFolder(), "data");
  mkdirSync(data);
  await fill(data);
  const relay = await startEmbedded(data, qq.url);
  const times: Record<string, number[]> = { g0: [], g1: [] };
  let sent = 0;
  for (let at = 0; at < messages; at += 1)
    for (const [group, taken] of Object.entries(times)) {
      const began = performance.now();
      await postAll(relay.url, [{ path: `/group/${group}`, ...qq.nextPush() }], 1);
      await relay.untilTold((sent += 1));
      taken.push(performance.now() - began);
    }
  await relay.stop();
  const [none = Number.NaN, many = Number.NaN] = Object.values(times).map(median);
  const rows = [
    ["none", none.toFixed(2), "1.00", "", ""],
    [`${windows} over`, many.toFixed(2), ...besideGoal(many / none, 1.1, 2)],
  ];
  return formatTable("A delivery beside windows that are over", ["", "ms", "times", "goal", ""], rows);
}
