import { renameSync, rmSync, statSync } from "node:fs";

/**
 * Writes a copy of the data under another name until it is whole, so that one that was cut short is never taken for one. Answers its
 * size (bytes).
 */
export async function writeWhole(file: string, write: (draft: string) => Promise<void>): Promise<number> {
  const draft = `${file}.part`;
  try {
    await write(draft);
    renameSync(draft, file);
    return statSync(file).size;
  } finally {
    // SQLite's own files too, where it was cut short.
    for (const suffix of ["", "-wal", "-shm"]) rmSync(`${draft}${suffix}`, { force: true });
  }
}
