import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../../lib/model/settings.ts";
import { textOf } from "../../lib/store/item.ts";
import { stateName, tokenKey } from "../../lib/store/keys.ts";
import { dropLeases } from "../../lib/store/lease.ts";
import { openSqlite, type SqliteTable } from "../../lib/store/sqlite/table.ts";
import type { Key } from "../../lib/store/table.ts";
import { withDistrustedCopy } from "../run/distrusted-copy.ts";
import { tellUnusable } from "../run/open-table.ts";
import type { Deployed } from "./deployed.ts";
import { failure } from "./failure.ts";

/** Items that are written at once. */
const atOnce = 25;

export type Import = {
  readonly file: string;
  readonly settings: Settings;
  /** Whether the table may hold something already, which items of the same key take the place of. */
  readonly isOver: boolean;
  /** Ms of the epoch. */
  readonly now: () => number;
};

/**
 * Writes a backup into a deployed table, after what it may no longer be believed in. Answers how many items it was, and how many
 * notices were pending. QQ's access token is left out: it is over by now, or another relay's.
 */
export async function importInto(
  deployed: Deployed,
  { file, settings, isOver, now }: Import,
): Promise<{ items: number; held: number }> {
  if (!isOver && !(await isEmpty(deployed)))
    throw failure("refused", {
      zh: `表 ${deployed.name} 里已经有东西。请导入到一张新表，在发送方开始用它之前；导入中断过、要再来一次的，加 --over`,
      en: `the table ${deployed.name} is not empty. Import into a new one, before senders use it; after an import that was interrupted, add --over`,
    });
  const folder = mkdtempSync(join(tmpdir(), "qq-relay-import-"));
  const draft = join(folder, "draft.sqlite");
  try {
    return await withDistrustedCopy({ file, draft, settings, now }, async ({ held, dropped }) => {
      const table = openSqlite(draft, now);
      if ("kind" in table) throw new Error(tellUnusable(file, table));
      try {
        await dropLeases(table, table.keysNamed(stateName));
        const items = await deployed.use(() => copyAll(table, deployed));
        if (isOver) await deployed.use(() => removeAll(dropped, deployed));
        return { items, held };
      } finally {
        await table.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isEmpty({ client, name, use }: Deployed): Promise<boolean> {
  const { ScanCommand } = await import("@aws-sdk/client-dynamodb");
  const { Count } = await use(() => client.send(new ScanCommand({ TableName: name, Limit: 1, ConsistentRead: true })));
  return Count === 0;
}

async function copyAll(from: SqliteTable, { table }: Deployed): Promise<number> {
  let count = 0;
  let keys: Key[] = [];
  const write = async (): Promise<void> => {
    const items = await Promise.all(keys.map((key) => from.get(key)));
    const kept = items.filter((item) => item !== undefined);
    await Promise.all(kept.map((item) => table.put({ ...item, pk: textOf(item["pk"]), sk: textOf(item["sk"]) })));
    count += kept.length;
    keys = [];
  };
  for await (const key of from.allKeys()) {
    if (key.pk === tokenKey.pk && key.sk === tokenKey.sk) continue;
    keys.push(key);
    if (keys.length === atOnce) await write();
  }
  await write();
  return count;
}

/** Over the table that the backup was made of, what its copy has dropped would live on. */
async function removeAll(keys: readonly Key[], { table }: Deployed): Promise<void> {
  for (let from = 0; from < keys.length; from += atOnce)
    await Promise.all(keys.slice(from, from + atOnce).map((key) => table.remove(key)));
}
