import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../structure/project-files.ts";

/** Where programs of others are kept that tests try and that are none of the relay's dependencies. */
export const cacheFor = (name: string): string => join(root, "node_modules", ".cache", name);

/** Said where a program is not to be had: its tests are skipped then. */
export function tellSkipped(reason: string): string {
  console.warn(`skipped: ${reason}`);
  return reason;
}

/** Longer than a slow registry takes. */
const timeout = 240_000;

/** Installs packages of npm at exact versions in a folder of their own, unless they are there; undefined once they are, or why not. */
export function whyNotInstalled(folder: string, dependencies: Readonly<Record<string, string>>): string | undefined {
  const wanted = JSON.stringify({ private: true, dependencies });
  const file = join(folder, "package.json");
  const installed = join(folder, "node_modules", ".package-lock.json");
  if (existsSync(installed) && readFileSync(file, "utf8") === wanted) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, wanted);
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", folder];
  if (spawnSync("npm", args, { cwd: folder, stdio: "ignore", timeout }).status === 0) return undefined;
  rmSync(installed, { force: true });
  return tellSkipped(`npm cannot install ${Object.keys(dependencies).join(", ")}`);
}
