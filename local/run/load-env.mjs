import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

const root = join(import.meta.dirname, "..", "..");

/**
 * Reads `.env` beside the project into the environment, by Node's own rules: what is set already stays. `RELAY_ENV_FILE`
 * names another file, and none where it is empty. The byte order mark that some editors begin a file with is no part of the
 * first name.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function loadEnv(env) {
  const file = env["RELAY_ENV_FILE"] ?? join(root, ".env");
  if (file === "" || !existsSync(file)) return;
  const given = parseEnv(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  for (const [name, value] of Object.entries(given)) if (env[name] === undefined) env[name] = value;
}
