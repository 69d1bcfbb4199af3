import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Takes a folder for this process and returns how to let it go; throws a sentence that names the holder where there is one.
 * The lock is the system's own, by which SQLite keeps a file for one writer: it ends with its process however that ends, and
 * holds between containers that share a volume, where a pid would mean nothing.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const holder = join(folder, "lock.pid");
  const lock = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  try {
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    throw new Error(inUse(folder, readHolder(holder)), { cause });
  }
  writeFileSync(holder, String(process.pid));
  return () => {
    rmSync(holder, { force: true });
    lock.close();
  };
}

const inUse = (folder: string, pid: string): string =>
  `数据目录 ${folder} 正被进程 ${pid} 使用。请先停掉它，或用 RELAY_DATA 换一个目录。\n` +
  `The data folder ${folder} is in use by process ${pid}. Stop that one, or set RELAY_DATA to another folder.`;

function readHolder(file: string): string {
  try {
    return readFileSync(file, "utf8").trim() || "?";
  } catch {
    return "?";
  }
}
