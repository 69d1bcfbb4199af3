import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");

const relay = (args: readonly string[], input: string) =>
  spawnSync(process.execPath, ["local/cli/relay.ts", ...args], { cwd: root, input, encoding: "utf8" });

it("previews what comes on standard input", () => {
  const { status, stdout } = relay(["preview", "--source", "generic"], '{"title":"备份完成"}');
  expect(status).toBe(0);
  expect(stdout).toContain('{"msg_type":0,"content":"备份完成"}');
});

it("ends with 1 and one sentence for what would be refused", () => {
  const { status, stdout, stderr } = relay(["preview", "-", "--source", "alertmanager"], "{}");
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^alertmanager: .+\n$/);
});
