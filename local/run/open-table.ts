import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "../../lib/compose/env.ts";
import { stateName, tokenKey } from "../../lib/store/keys.ts";
import { dropLeases } from "../../lib/store/lease.ts";
import { readFault, type Unusable } from "../../lib/store/sqlite/read-fault.ts";
import { openSqlite, type SqliteTable } from "../../lib/store/sqlite/table.ts";
import type { Table } from "../../lib/store/table.ts";
import { lockFolder } from "./folder-lock.ts";

/** The table's file in the data folder. */
export const tableFile = (data: string): string => join(data, "relay.sqlite");

export type OpenTable = {
  readonly table: Table;
  /** Where it is the embedded one: what only that can do. */
  readonly embedded: SqliteTable | undefined;
  readonly close: () => Promise<void>;
};

export type TableOptions = {
  /** Folder of the embedded table's file; without one it is kept in memory. */
  readonly data: string | undefined;
  /** Whether QQ itself starts anew (the simulator), so that no access token in the table is known to it. */
  readonly newQq: boolean;
  /** Ms of the epoch. */
  readonly now: () => number;
  /** Told when the disk failed: nothing can be written any more until the process starts anew. */
  readonly onBroken?: ((fault: unknown) => void) | undefined;
};

/** The table of a run: at `DYNAMODB_ENDPOINT` where that is set, else the embedded one, which one process may open. */
export async function openTable(env: Env, { data, newQq, now, onBroken }: TableOptions): Promise<OpenTable> {
  const opened = env["DYNAMODB_ENDPOINT"] ? await openRemote(env, now) : await openEmbedded(data, now, onBroken);
  try {
    if (newQq) await opened.table.remove(tokenKey);
    return opened;
  } catch (error) {
    await opened.close();
    throw data === undefined ? error : explainFault(tableFile(data), error);
  }
}

/** The SDK is loaded only where it is used: it is most of what a start takes. */
async function openRemote(env: Env, now: () => number): Promise<OpenTable> {
  const { openEndpoint } = await import("./dynamo-endpoint.ts");
  return { table: await openEndpoint(env, now), embedded: undefined, close: () => Promise.resolve() };
}

async function openEmbedded(
  data: string | undefined,
  now: () => number,
  onBroken: TableOptions["onBroken"],
): Promise<OpenTable> {
  const unlock = data === undefined ? () => undefined : lockFolder(data);
  const file = data === undefined ? undefined : tableFile(data);
  try {
    const table = openSqlite(file, now, onBroken);
    if ("kind" in table) throw new Error(tellUnusable(file ?? "", table));
    await dropLeases(table, table.keysNamed(stateName)).catch(async (error: unknown) => {
      await table.close();
      throw error;
    });
    const close = async (): Promise<void> => {
      await table.close();
      unlock();
    };
    return { table, embedded: table, close };
  } catch (error) {
    unlock();
    throw explainFault(file ?? "", error);
  }
}

const fixes = {
  newer: {
    zh: "它是更新版本的 qq-relay 写的。请换用那个版本，或把它移走重新开始",
    en: "a later version of qq-relay wrote it. Use that version, or move it away to start anew",
  },
  foreign: {
    zh: "它不是 qq-relay 的数据文件。请把它移走，或用 RELAY_DATA 换一个目录",
    en: "it is no data file of qq-relay's. Move it away, or set RELAY_DATA to another folder",
  },
  damaged: {
    zh: "它已损坏。请用备份恢复（npm run relay -- restore 文件），或把它和旁边的 -wal、-shm 一起移走重新开始",
    en: "it is damaged. Restore a backup (npm run relay -- restore FILE), or move it away, together with the -wal and -shm beside it, to start anew",
  },
} as const satisfies Record<Unusable["kind"], { readonly zh: string; readonly en: string }>;

export function tellUnusable(file: string, { kind, reason }: Unusable): string {
  const { zh, en } = fixes[kind];
  return `数据文件 ${file} 用不了（${reason}）：${zh}。\nThe data file ${file} cannot be used (${reason}): ${en}.`;
}

/** An error that says of a file that it is damaged becomes what to do about it, wherever it was met; others stay as they are. */
export function explainFault(file: string, error: unknown): unknown {
  const fault = readFault(error);
  return fault ? new Error(tellUnusable(file, fault), { cause: error }) : error;
}

/** What an earlier version kept is not read; undefined where there is none. */
export function tellOldData(data: string): string | undefined {
  const old = join(data, "db");
  if (!existsSync(old) || existsSync(tableFile(data))) return undefined;
  return (
    `${old} 是旧版本的数据，新版本不会读取；里面没发出的通知和配对需要重新产生。确认不需要后可删除。\n` +
    `${old} holds an earlier version's data, which this one does not read: pending notices and pairings begin anew. Delete it when you no longer need it.`
  );
}
