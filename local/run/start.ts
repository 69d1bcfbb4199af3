import { existsSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { loadEnv } from "./load-env.ts";

/**
 * `npm start`, for small machines: the heap grows by a fifth at a time, not to several times what is in use, and what is
 * compiled is kept in the data folder, where nobody else can put anything: stripping types again takes 30 MB and a second.
 */
setFlagsFromString("--heap-growing-percent=20");
loadEnv(process.env);
const data = resolve(process.env["RELAY_DATA"] || ".relay");
process.umask(0o077);
if (existsSync(data)) enableCompileCache(join(data, "compiled"));
await import("./run.ts");
flushCompileCache();
