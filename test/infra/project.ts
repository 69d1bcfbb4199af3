import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

export type Project = { readonly path: string; readonly remove: () => void };

/** A change of a file's text: `[file, what, instead]`. */
export type Change = readonly [file: string, what: string, instead: string];

/** The project with routes and settings of the tests', as somebody may have changed it; what is never changed is linked. */
export function copyProject(changes: readonly Change[] = []): Project {
  const path = mkdtempSync(join(tmpdir(), "project-"));
  for (const each of ["lib", "local", "node_modules", ".sst", "package.json"])
    symlinkSync(join(root, each), join(path, each));
  for (const each of ["infra", "functions", "sst.config.ts"])
    cpSync(join(root, each), join(path, each), { recursive: true });
  copyFileSync(join(import.meta.dirname, "routes.ts"), join(path, "infra", "routes.ts"));
  writeFileSync(join(path, "infra", "settings.ts"), 'export const settings = { language: "zh", warnTo: "me" };\n');
  for (const [file, what, instead] of changes) {
    const text = readFileSync(join(path, file), "utf8");
    if (!text.includes(what)) throw new Error(`${file} has no ${what} to change`);
    writeFileSync(join(path, file), text.replace(what, instead));
  }
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
