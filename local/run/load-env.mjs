import { readFileSync } from "node:fs";
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
  if (file === "") return;
  const given = parseEnv(read(file).replace(/^\uFEFF/, ""));
  for (const [name, value] of Object.entries(given)) if (env[name] === undefined) env[name] = value;
}

/**
 * What the file says: nothing where it is not there.
 *
 * @param {string} file
 */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOENT") return "";
    throw new Error(
      `读不了 ${file}（${code}）。请让这个用户能读它，或用 RELAY_ENV_FILE 指定别的文件，留空则不读。\n` +
        `${file} cannot be read (${code}). Let this user read it, or name another file by RELAY_ENV_FILE; left empty, none is read.`,
      { cause: error },
    );
  }
}
