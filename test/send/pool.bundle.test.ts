import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as esbuild from "esbuild";
import { expect, it } from "vitest";
import { bundleOptions } from "../../bench/bundle.ts";

const banner = "import { createRequire } from 'module'; const require = createRequire(import.meta.url);";

const entry = `
import { createServer } from "node:http";
import { createPool } from "./lib/send/pool.ts";
const server = createServer((_, response) => response.end("bundled"));
server.listen(0, "127.0.0.1", async () => {
  const pool = createPool("http://127.0.0.1:" + server.address().port, { now: () => Date.now() });
  const posted = await pool.post({ path: "/", headers: {}, body: "{}", timeoutMs: 5000 });
  process.stdout.write(posted.kind + " " + posted.text);
  process.exit();
});`;

it("undici's pool works inside a bundle as SST makes it, without the rest of undici", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "bundle-"));
  try {
    const outfile = path.join(folder, "bundle.mjs");
    esbuild.buildSync({
      stdin: { contents: entry, resolveDir: path.resolve(import.meta.dirname, "../.."), loader: "ts" },
      outfile,
      ...bundleOptions,
      banner: { js: banner },
    });
    expect(spawnSync(process.execPath, [outfile], { encoding: "utf8" })).toMatchObject({ stdout: "answer bundled" });
    expect(statSync(outfile).size).toBeLessThan(520 * 1024);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
