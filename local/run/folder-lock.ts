import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Holder = { readonly pid: number; readonly born: string };

const held = new Set<string>();

/**
 * Takes a folder for this process and returns how to let it go. The lock lies in the folder and names its holder; one
 * whose holder is dead (kill -9, power cut) is taken over.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "lock");
  mkdirSync(folder, { recursive: true });
  const stale = readHolder(file);
  if (stale !== undefined && isAlive(stale, file)) throw new Error(inUse(folder, stale));
  if (stale !== undefined) rmSync(file, { force: true });
  const self: Holder = { pid: process.pid, born: birth(process.pid) };
  try {
    writeFileSync(file, JSON.stringify(self), { flag: "wx" });
  } catch {
    throw new Error(inUse(folder, readHolder(file)));
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

const inUse = (folder: string, holder: Holder | undefined): string =>
  `数据目录 ${folder} 正被进程 ${holder?.pid ?? "?"} 使用。请先停掉它，或用 RELAY_DATA 换一个目录。\n` +
  `The data folder ${folder} is in use by process ${holder?.pid ?? "?"}. Stop that one, or set RELAY_DATA to another folder.`;

/** A lock that cannot be read was cut short while being written, by a process that is gone. */
function readHolder(file: string): Holder | undefined {
  try {
    const { pid, born } = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return { pid: Number(pid) || 0, born: String(born) };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : { pid: 0, born: "" };
  }
}

/** A pid alone is not enough: after a reboot, or in a fresh container, another process may have been given it. */
function isAlive(holder: Holder, file: string): boolean {
  if (holder.pid === process.pid) return held.has(file);
  if (holder.pid <= 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const born = birth(holder.pid);
  return born === "" || holder.born === "" || born === holder.born;
}

/** When a process began, in ticks since boot; empty where the system does not tell (no /proc). */
function birth(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
