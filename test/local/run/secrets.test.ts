import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readSecrets } from "../../../local/run/secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "secrets-"));
const file = join(folder, "deep", "secrets.json");
beforeEach(() => rmSync(join(folder, "deep"), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe("secrets of the embedded run", () => {
  it("come from the environment, where given, and are then not kept", () => {
    const secrets = readSecrets(["A"], { A: "from-env" }, file);
    expect(secrets).toEqual({ values: { A: "from-env" }, generated: [], fresh: [] });
    expect(() => statSync(file)).toThrow(/ENOENT/);
  });

  it("are made at the first start and are the same at the next", () => {
    const first = readSecrets(["A", "B", "A"], { B: "" }, file);
    expect(first.generated).toEqual(["A", "B"]);
    expect(first.values["A"]).toMatch(/^[\w-]{32}$/);
    expect(first.values["B"]).not.toBe(first.values["A"]);
    expect(first.fresh).toEqual(["A", "B"]);
    expect(readSecrets(["A", "B"], {}, file)).toEqual({ ...first, fresh: [] });
  });

  it("keep the ones they had when a route brings a new one", () => {
    const first = readSecrets(["A"], {}, file);
    const second = readSecrets(["A", "B"], {}, file);
    expect(second.values["A"]).toBe(first.values["A"]);
    expect(second.fresh).toEqual(["B"]);
    expect(readSecrets(["B"], {}, file).values["B"]).toBe(second.values["B"]);
  });

  it("are readable by their owner only", () => {
    readSecrets(["A"], {}, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Object.keys(JSON.parse(readFileSync(file, "utf8")) as object)).toEqual(["A"]);
  });

  it("name the file when it is broken", () => {
    readSecrets(["A"], {}, file);
    writeFileSync(file, "{");
    expect(() => readSecrets(["A"], {}, file)).toThrow(file);
  });
});
