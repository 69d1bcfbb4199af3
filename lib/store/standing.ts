import { day } from "../base/time.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import type { ReplyWindow } from "../model/window.ts";
import type { TargetItem } from "../ports.ts";
import { readDelivery, readPending } from "./deliveries.ts";
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
    known ?? readItem(table, target),
    known && known.windowsUntil <= now && !known.tookOver ? [] : readWindows(table, target, now, known?.tookOver),
  ]);
  const claimed = isPart
    ? await readClaimed(table, target, deliveries, { quota, windows, tookOver: known?.tookOver })
    : [];
  const all = [...deliveries, ...claimed].toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  return { target, deliveries: all, windows, quota, state, ...(isPart && { isPart }) };
}

/** A target's own item, whoever holds its lease; of a target that has none yet, an empty one. */
export const readItem = async (table: Table, target: Target): Promise<TargetItem> =>
  toTargetItem((await table.get(stateKey(target))) ?? {});

/**
 * What is pending of sends that may be unfinished, where it is not among the most urgent any more: it must not go out by
 * another permit. Of a send whose end is known only a deliverer that died may have left some.
 */
async function readClaimed(
  table: Table,
  target: Target,
  head: readonly Delivery[],
  { quota, windows, tookOver }: Pick<Standing, "quota" | "windows"> & { readonly tookOver: true | undefined },
): Promise<readonly Delivery[]> {
  const known = new Set(head.map(({ id }) => id));
  const claims = [quota.claim, ...windows.map(({ claim }) => claim)];
  const open = claims.flatMap((claim) => (claim && (tookOver || !claim.ended) ? claim.deliveries : []));
  const ids = [...new Set(open)].filter((id) => !known.has(id));
  const read = await Promise.all(ids.map((id) => readDelivery(table, target, id)));
  return read.flatMap((delivery) => (delivery?.state === "pending" ? [delivery] : []));
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
