import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../structure/project-files.ts";

const analyze = (...args: readonly string[]) => spawnSync("systemd-analyze", [...args], { encoding: "utf8" });

describe.each(["qq-relay.service", "qq-relay-gateway.service"])(
  "the systemd unit %s",
  { skip: analyze("--version").status !== 0 },
  (name) => {
    const verify = (unit: string) => {
      const folder = mkdtempSync(join(tmpdir(), "unit-"));
      const file = join(folder, "qq-relay.service");
      writeFileSync(file, unit);
      const { status, stderr } = analyze("verify", file);
      rmSync(folder, { recursive: true });
      return [status, stderr];
    };
    const unit = readFileSync(join(root, "deploy", name), "utf8").replace(
      "/opt/qq-relay/node_modules/.bin/node",
      process.execPath,
    );

    it("is one that systemd takes", () => expect(verify(unit)).toEqual([0, ""]));

    it("is told of a word that systemd does not know", () =>
      expect(verify(unit.replace("ProtectHome", "ProtectHouse"))[1]).toContain("ProtectHouse"));
  },
);
