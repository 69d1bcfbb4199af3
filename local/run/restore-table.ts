import { existsSync, mkdirSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import type { Settings } from "../../lib/model/settings.ts";
import { failure } from "../cli/failure.ts";
import { openDataFolder } from "./data-folder.ts";
import { databaseParts, withDistrustedCopy } from "./distrusted-copy.ts";
import { lockFolder } from "./folder-lock.ts";
import { tableFile } from "./open-table.ts";

export type Restore = {
  readonly file: string;
  readonly data: string;
  readonly settings: Settings;
  /** Ms of the epoch. */
  readonly now: () => number;
};

/**
 * Puts a backup in the table's place, which no relay may have open, after what it may no longer be believed in. The table that was
 * there is moved aside, with its log: an old log beside a file put back would be taken for its own.
 */
export async function restoreTable({ file, data, settings, now }: Restore): Promise<{ held: number; aside: string }> {
  if (!existsSync(file)) throw failure("absent", { zh: `没有文件 ${file}`, en: `there is no file ${file}` });
  openDataFolder(data);
  const unlock = lockFolder(data);
  const draft = join(data, "restoring.sqlite");
  try {
    return await withDistrustedCopy({ file, draft, settings, now }, ({ held }) => {
      const aside = moveAside(data, now());
      renameSync(draft, tableFile(data));
      return { held, aside };
    });
  } finally {
    unlock();
  }
}

function moveAside(data: string, now: number): string {
  const folder = join(data, `before-restore-${new Date(now).toISOString().replaceAll(":", "-")}`);
  mkdirSync(folder, { mode: 0o700 });
  for (const suffix of databaseParts) {
    const part = `${tableFile(data)}${suffix}`;
    if (existsSync(part)) renameSync(part, join(folder, basename(part)));
  }
  return folder;
}
