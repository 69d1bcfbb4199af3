import { spawnSync } from "node:child_process";
import { join } from "node:path";

const isRoot = process.getuid?.() === 0;

/** Root may do everything: what this user is not let do is tried as nobody, where tests run as root. */
export const asOther: { readonly uid?: number; readonly gid?: number } = isRoot ? { uid: 65_534, gid: 65_534 } : {};

/** The project may lie where nobody else gets. */
export const canBeOther =
  spawnSync(
    process.execPath,
    ["-e", `require("node:fs").readFileSync(${JSON.stringify(join(import.meta.dirname, "child.ts"))})`],
    asOther,
  ).status === 0;
