import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { keepCompiled, useCompiled } from "./compile-cache.mjs";
import { loadEnv } from "./load-env.mjs";

// `npm start`, for small machines. The heap grows by a fifth at a time, not to several times what is in use. What is compiled
// is kept in the data folder: stripping types anew takes 30 MB and a second at each start. For that this file,
// `compile-cache.mjs` and `load-env.mjs`, alone of all, have no types to be stripped.
setFlagsFromString("--heap-growing-percent=20");
process.umask(0o077);

const { env } = process;
try {
  loadEnv(env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
useCompiled(resolve(env["RELAY_DATA"] || ".relay"), env);

await import("./run.ts");
keepCompiled();
