import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import type { ReplyWindow } from "../model/window.ts";
import type { TargetItem } from "../ports.ts";
import { readPending } from "./deliveries.ts";
import { stateKey, targetPk, windowRange } from "./keys.ts";
import { toTargetItem } from "./target-item.ts";
import type { Table } from "./table.ts";
import { toWindow } from "./windows.ts";

/**
 * A target's standing by strongly consistent reads in parallel, none of which grows with the target's history. What the
 * lease answered need not be read again, and windows only where some may matter still.
 */
export async function loadStanding(
  table: Table,
  target: Target,
  known?: { readonly item: TargetItem; readonly now: number },
): Promise<Standing> {
  const [deliveries, { state, quota }, windows] = await Promise.all([
    readPending(table, target),
    known ? known.item : table.get(stateKey(target)).then((item) => toTargetItem(item ?? {})),
    known && known.item.windowsUntil <= known.now ? [] : readWindows(table, target),
  ]);
  return { target, deliveries, windows, quota, state };
}

async function readWindows(table: Table, target: Target): Promise<readonly ReplyWindow[]> {
  const windows: ReplyWindow[] = [];
  for await (const item of table.query({
    ConsistentRead: true,
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: {
      ":pk": { S: targetPk(target) },
      ":from": { S: windowRange.from },
      ":to": { S: windowRange.to },
    },
  }))
    windows.push(toWindow(item));
  return windows;
}
