import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/**
 * Reads `.env` beside the project into the environment, by Node's own rules: what is set already stays. `RELAY_ENV_FILE`
 * names another file, and none where it is empty.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function loadEnv(env) {
  const file = env["RELAY_ENV_FILE"] ?? join(root, ".env");
  if (file !== "" && existsSync(file)) process.loadEnvFile(file);
}
