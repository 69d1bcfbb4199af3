import { day } from "../base/time.ts";
import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import type { ReplyWindow } from "../model/window.ts";
import type { TargetItem } from "../ports.ts";
import { readPending } from "./deliveries.ts";
import { stateKey, targetPk, liveWindows } from "./keys.ts";
import { toTargetItem } from "./target-item.ts";
import type { Table } from "./table.ts";
import { aftermath, toWindow } from "./windows.ts";

/** Notices that one load brings at most: two digests' worth, so that a plan costs the same whatever is held. */
const headSize = 400;

/**
 * A target's standing at `now` by strongly consistent reads in parallel, none of which grows with the target's history, nor
 * with what it holds. What the lease answered need not be read again, and windows only where some may matter still.
 */
export async function loadStanding(table: Table, target: Target, now: number, known?: TargetItem): Promise<Standing> {
  const [{ deliveries, isPart }, { state, quota }, windows] = await Promise.all([
    readPending(table, target, headSize),
    known ?? table.get(stateKey(target)).then((item) => toTargetItem(item ?? {})),
    known && known.windowsUntil <= now && !known.tookOver ? [] : readWindows(table, target, now, known?.tookOver),
  ]);
  return { target, deliveries, windows, quota, state, ...(isPart && { isPart }) };
}

/** Windows of use now; after a deliverer died, those of the last day: one of them may bear the claim that it left. */
async function readWindows(
  table: Table,
  target: Target,
  now: number,
  tookOver: true | undefined,
): Promise<readonly ReplyWindow[]> {
  const range = liveWindows(tookOver ? now - day : now);
  const windows = await Array.fromAsync(table.queryLive(targetPk(target), range), toWindow);
  return windows.filter(({ closesAt, claim }) => closesAt + aftermath > now || claim !== undefined);
}
