import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import type { ReplyWindow } from "../model/window.ts";
import type { TargetItem } from "../ports.ts";
import { readPending } from "./deliveries.ts";
import { stateKey, targetPk, liveWindows } from "./keys.ts";
import { toTargetItem } from "./target-item.ts";
import type { Table } from "./table.ts";
import { toWindow } from "./windows.ts";

/**
 * A target's standing at `now` by strongly consistent reads in parallel, none of which grows with the target's history. What the
 * lease answered need not be read again, and windows only where some may matter still.
 */
export async function loadStanding(table: Table, target: Target, now: number, known?: TargetItem): Promise<Standing> {
  const [deliveries, { state, quota }, windows] = await Promise.all([
    readPending(table, target),
    known ?? table.get(stateKey(target)).then((item) => toTargetItem(item ?? {})),
    known && known.windowsUntil <= now ? [] : readWindows(table, target, now),
  ]);
  return { target, deliveries, windows, quota, state };
}

async function readWindows(table: Table, target: Target, now: number): Promise<readonly ReplyWindow[]> {
  const windows: ReplyWindow[] = [];
  for await (const item of table.queryLive(targetPk(target), liveWindows(now))) windows.push(toWindow(item));
  return windows;
}
