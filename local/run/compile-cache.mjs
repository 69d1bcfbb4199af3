import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { enableCompileCache, flushCompileCache, getCompileCacheDir } from "node:module";
import { basename, dirname, join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/**
 * Where this process keeps what it compiles, in a data folder; undefined where it keeps nothing, or elsewhere.
 *
 * @type {string | undefined}
 */
let own;

/**
 * Uses what was compiled before, in the data folder, and keeps there what is compiled now: it is run, so that the folder has
 * to be this user's alone first, and what was in it while others could write there is not used. Where that cannot be, or there
 * is no folder yet, nothing is kept. A place that the environment names (`NODE_COMPILE_CACHE`) is left to whoever named it.
 *
 * @param {string} data
 * @param {NodeJS.ProcessEnv} env
 */
export function useCompiled(data, env) {
  if (env["NODE_COMPILE_CACHE"]) return;
  const all = join(data, "compiled");
  try {
    if (!isOwn(data)) return;
    const wasOpen = (statSync(data).mode & 0o022) !== 0;
    chmodSync(data, 0o700);
    if (wasOpen) rmSync(all, { recursive: true, force: true });
  } catch {
    return;
  }
  own = join(all, nameOfVersion());
  enableCompileCache(own);
  // For the threads that begin later.
  env["NODE_COMPILE_CACHE"] = own;
}

/** Writes what this version compiled, and drops what others left: some megabytes each. */
export function keepCompiled() {
  flushCompileCache();
  const used = getCompileCacheDir();
  if (own === undefined || used === undefined || dirname(used) !== own) return;
  dropOthers(dirname(own), basename(own));
  dropOthers(own, basename(used));
}

/**
 * @param {string} folder
 * @param {string} kept
 */
function dropOthers(folder, kept) {
  for (const name of readdirSync(folder))
    if (name !== kept) rmSync(join(folder, name), { recursive: true, force: true });
}

/** @param {string} folder */
function isOwn(folder) {
  const found = statSync(folder, { throwIfNoEntry: false });
  const user = process.getuid?.() ?? found?.uid;
  return found?.isDirectory() === true && found.uid === user;
}

/** A version in its place: what another compiled is of no use to it. */
function nameOfVersion() {
  const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return `${version}-${createHash("sha256").update(root).digest("hex").slice(0, 8)}`;
}
