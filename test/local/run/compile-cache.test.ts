import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "compiled-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cache = join(import.meta.dirname, "..", "..", "..", "local", "run", "compile-cache.mjs");

describe("what is compiled", () => {
  const data = join(folder, "data");
  const compiled = join(data, "compiled");
  const load = join(folder, "load.cjs");
  beforeEach(() => {
    rmSync(data, { recursive: true, force: true });
    writeFileSync(load, "module.exports = 1;");
  });
  /** A process that uses the folder, loads a module, and keeps what was compiled; answers where. */
  const run = (more: Readonly<Record<string, string>> = {}): string => {
    const script = `
      import { createRequire } from "node:module";
      import { keepCompiled, useCompiled } from ${JSON.stringify(cache)};
      const env = ${JSON.stringify(more)};
      useCompiled(${JSON.stringify(data)}, env);
      createRequire(${JSON.stringify(load)})("./load.cjs");
      keepCompiled();
      console.log(env.NODE_COMPILE_CACHE?.startsWith(${JSON.stringify(data)}) ? env.NODE_COMPILE_CACHE : "none");`;
    const env = { PATH: process.env["PATH"], ...more };
    const ended = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", env });
    expect(ended.stderr).toBe("");
    return ended.stdout.trim();
  };

  it("is kept nowhere before there is a data folder, and makes none", () => {
    expect(run()).toBe("none");
    expect(existsSync(data)).toBe(false);
  });

  it("is used once the folder is its owner's alone", () => {
    mkdirSync(data);
    chmodSync(data, 0o755);
    mkdirSync(join(compiled, "own"), { recursive: true });
    expect(run()).toContain(compiled);
    expect((statSync(data).mode & 0o777).toString(8)).toBe("700");
  });

  it("is thrown away where others could have put it there", () => {
    mkdirSync(compiled, { recursive: true });
    writeFileSync(join(compiled, "planted"), "");
    chmodSync(data, 0o777);
    expect(run()).toContain(compiled);
    expect(readdirSync(compiled)).not.toContain("planted");
    expect((statSync(data).mode & 0o777).toString(8)).toBe("700");
  });

  it("is left to whoever names a place for it, beside which nothing is dropped", () => {
    const place = join(folder, "place", "named");
    mkdirSync(join(folder, "place", "beside"), { recursive: true });
    mkdirSync(data, { mode: 0o700 });
    expect(run({ NODE_COMPILE_CACHE: place })).toBe("none");
    expect(readdirSync(data)).toEqual([]);
    expect(readdirSync(join(folder, "place")).toSorted()).toEqual(["beside", "named"]);
  });

  it("of other versions, of the relay and of Node, is dropped", () => {
    mkdirSync(data, { mode: 0o700 });
    const own = run();
    const [used = ""] = readdirSync(own);
    for (const other of [join(compiled, "0.0.1-aaaaaaaa", "v22"), join(own, "v22.0.0-x64-0-0")])
      mkdirSync(other, { recursive: true });
    writeFileSync(join(own, used, "mark"), "");
    expect(run()).toBe(own);
    expect(readdirSync(compiled)).toEqual([own.split("/").at(-1)]);
    expect(readdirSync(own)).toEqual([used]);
    expect(existsSync(join(own, used, "mark"))).toBe(true);
  });
});
