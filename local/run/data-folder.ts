import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes the data folder, for its owner alone: notices, QQ's live token and secrets lie in it. What is made from here on is
 * the owner's too (SQLite's `-wal` and `-shm` among it), and files that an earlier version left open are closed.
 */
export function openDataFolder(data: string): void {
  process.umask(0o077);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(data, 0o700);
  for (const entry of readdirSync(data, { withFileTypes: true })) if (entry.isFile()) close(join(data, entry.name));
}

/** Somebody else's file in our folder stays as it is: nobody but us gets as far as there. */
function close(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
}
