import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as esbuild from "esbuild";
import { expect, it } from "vitest";
import { bundleOptions } from "../../bench/bundle.ts";
import { certificate, snsMessage } from "../support/sns/sign-sns.ts";

const banner = "import { createRequire } from 'module'; const require = createRequire(import.meta.url);";

const at = new Date("2026-11-21T20:00:00Z");

const entry = `
import { createSns } from "./lib/sns/sns.ts";
const text = ${JSON.stringify(certificate)};
const sns = createSns({ now: () => 0, get: () => Promise.resolve({ kind: "answer", status: 200, text }) });
const message = ${JSON.stringify(snsMessage({ at, Message: "磁盘满" }))};
const told = [await sns.check(message, 1), await sns.check({ ...message, Message: "x" }, 1)];
process.stdout.write(told.join(" "));`;

it("the library that knows what SNS signs works inside a bundle as SST makes it", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "bundle-"));
  try {
    const outfile = path.join(folder, "bundle.mjs");
    esbuild.buildSync({
      stdin: { contents: entry, resolveDir: path.resolve(import.meta.dirname, "../.."), loader: "ts" },
      outfile,
      ...bundleOptions,
      banner: { js: banner },
    });
    expect(spawnSync(process.execPath, [outfile], { encoding: "utf8" })).toMatchObject({ stdout: "signed forged" });
    expect(statSync(outfile).size).toBeLessThan(60 * 1_024);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
