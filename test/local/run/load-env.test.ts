import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadEnv } from "../../../local/run/load-env.mjs";

const folder = mkdtempSync(join(tmpdir(), "env-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("an .env file", () => {
  const file = join(folder, ".env");
  const load = (content: string, env: Record<string, string> = {}): Record<string, string> => {
    writeFileSync(file, content);
    const loaded = { RELAY_ENV_FILE: file, ...env };
    loadEnv(loaded);
    return loaded;
  };

  it("gives what is not set yet, even to nothing", () => {
    const content = "# QQ\nQQ_APP_ID=1\nQQ_APP_SECRET='a b' # quoted\nPORT=2\n";
    expect(load(content, { QQ_APP_ID: "3", PORT: "" })).toEqual({
      RELAY_ENV_FILE: file,
      QQ_APP_ID: "3",
      QQ_APP_SECRET: "a b",
      PORT: "",
    });
  });

  it("keeps its first line after a byte order mark, as Notepad writes one", () => {
    expect(load("\uFEFFQQ_APP_ID=1\r\nQQ_APP_SECRET=2\r\n")).toMatchObject({ QQ_APP_ID: "1", QQ_APP_SECRET: "2" });
  });

  it("need not be there, nor be looked for", () => {
    expect(load("", { RELAY_ENV_FILE: join(folder, "none") })).toEqual({ RELAY_ENV_FILE: join(folder, "none") });
    expect(load("A=1", { RELAY_ENV_FILE: "" })).toEqual({ RELAY_ENV_FILE: "" });
  });
});
