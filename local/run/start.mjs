import { existsSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { loadEnv } from "./load-env.mjs";

// `npm start`, for small machines. The heap grows by a fifth at a time, not to several times what is in use. What is compiled
// is kept in the data folder, where nobody else can put anything: stripping types anew takes 30 MB and a second at each
// start. For that this file and `load-env.mjs`, alone of all, have no types to be stripped.
setFlagsFromString("--heap-growing-percent=20");
process.umask(0o077);

const { env } = process;
loadEnv(env);
const data = resolve(env["RELAY_DATA"] || ".relay");
const compiled = join(data, "compiled");
if (existsSync(data)) {
  enableCompileCache(compiled);
  // For the threads that begin later.
  env["NODE_COMPILE_CACHE"] = compiled;
}

await import("./run.ts");
flushCompileCache();
