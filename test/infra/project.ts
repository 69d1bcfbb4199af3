import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./plan.ts";

export type Project = { readonly path: string; readonly remove: () => void };

/** Changes to a file: `[what, instead]`. */
export type Change = readonly [file: string, what: string, instead: string];

/** A copy of the project, as somebody may have changed it; what is never changed is the original. */
export function changeProject(changes: readonly Change[]): Project {
  const path = mkdtempSync(join(tmpdir(), "project-"));
  for (const each of ["lib", "functions", "local", "node_modules", ".sst", "package.json"])
    symlinkSync(join(root, each), join(path, each));
  for (const each of ["infra", "sst.config.ts"]) cpSync(join(root, each), join(path, each), { recursive: true });
  for (const [file, what, instead] of changes) {
    const text = readFileSync(join(path, file), "utf8");
    if (!text.includes(what)) throw new Error(`${file} has no ${what} to change`);
    writeFileSync(join(path, file), text.replace(what, instead));
  }
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
