import { readFileSync } from "node:fs";
import type { Env } from "../../lib/compose/env.ts";
import { userPath } from "../run/user-path.ts";
import { failure } from "./failure.ts";

/** A file that a person named, or standard input for `-`. Throws a sentence where it cannot be read. */
export function readInput(file: string, env: Env): Buffer {
  if (file === "-") return readFileSync(0);
  const path = userPath(file, env);
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") throw failure("absent", { zh: `没有文件 ${path}`, en: `there is no file ${path}` }, cause);
    throw failure("refused", { zh: `读不了 ${path}（${code}）`, en: `${path} cannot be read (${code})` }, cause);
  }
}
