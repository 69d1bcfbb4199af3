import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Env } from "../../lib/compose/env.ts";

/** A path that a person typed: from here, or from where they called npm, which moves to the project's root first. */
export function userPath(path: string, env: Env): string {
  const here = resolve(path);
  const there = resolve(env["INIT_CWD"] || ".", path);
  return !existsSync(here) && existsSync(there) ? there : here;
}
