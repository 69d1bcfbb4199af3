import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asOther, canBeOther } from "../as-other.ts";
import { runLocal } from "../child.ts";

const folder = mkdtempSync(join(tmpdir(), "denied-"));
const closed = join(folder, "closed");
beforeAll(() => {
  chmodSync(folder, 0o755);
  mkdirSync(join(closed, "inside"), { recursive: true });
  writeFileSync(join(closed, "env"), "PORT=1");
  writeFileSync(join(folder, "file"), "");
  chmodSync(closed, 0o000);
});
afterAll(() => {
  chmodSync(closed, 0o700);
  rmSync(folder, { recursive: true });
});

describe.skipIf(!canBeOther)("what the relay's user may not use", () => {
  const ends = async (env: Readonly<Record<string, string>>) => {
    const child = runLocal("run/start.mjs", [], { PORT: "0", SIM_PORT: "0", ...env }, asOther);
    return { code: await child.exit, err: child.err() };
  };

  it("is told at the start with the setting and the fix, in both languages", async () => {
    const [data, file, env] = await Promise.all([
      ends({ RELAY_DATA: join(closed, "data") }),
      ends({ RELAY_DATA: join(folder, "file") }),
      ends({ RELAY_ENV_FILE: join(closed, "env"), RELAY_DATA: join(folder, "none") }),
    ]);
    for (const { code, err } of [data, file]) {
      expect(code).toBe(1);
      expect(err).toContain("用 RELAY_DATA 换一个");
      expect(err).toContain("set RELAY_DATA to another one");
      expect(err).not.toMatch(/^E[A-Z]+:|at .*:\d+:\d+/m);
    }
    expect(env).toEqual({ code: 1, err: expect.stringMatching(/RELAY_ENV_FILE[\s\S]*cannot be read \(EACCES\)/) });
  });

  it.each([
    ["closed", "inside", "closed"],
    ["closed", "", "closed"],
    ["none", "", "absent"],
    ["file", "", "absent"],
    ["", "", "open"],
  ])("a backup to %s/%s finds its folder %s", (first, second, found) => {
    const module = join(import.meta.dirname, "..", "..", "..", "local", "admin", "look-into.ts");
    const script = `import(${JSON.stringify(module)}).then(({ lookInto }) => console.log(lookInto(${JSON.stringify(join(folder, first, second))})))`;
    expect(spawnSync(process.execPath, ["-e", script], { ...asOther, encoding: "utf8" }).stdout.trim()).toBe(found);
  });
});
