import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The browser to drive: the file named by `CHROMIUM`, else the first `chromium` on `PATH`; undefined when there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  const { CHROMIUM, PATH = "" } = env;
  const candidates = CHROMIUM
    ? [CHROMIUM]
    : PATH.split(delimiter)
        .filter(Boolean)
        .map((folder) => join(folder, "chromium"));
  return candidates.find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
