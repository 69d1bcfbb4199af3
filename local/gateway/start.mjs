import { resolve } from "node:path";
import { keepCompiled, useCompiled } from "../run/compile-cache.mjs";
import { loadEnv } from "../run/load-env.mjs";

// `npm run gateway`. Without types, as `local/run/start.mjs`, so that what is compiled is kept in the data folder.
process.umask(0o077);

const { env } = process;
try {
  loadEnv(env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
useCompiled(resolve(env["RELAY_DATA"] || ".relay"), env);

await import("./run.ts");
keepCompiled();
