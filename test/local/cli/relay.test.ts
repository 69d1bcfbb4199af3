import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
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

it("tells its version", () => expect(relay(["--version"], "").stdout).toMatch(/^\d+\.\d+\.\d+\n$/));

it("is listed in both READMEs, each command with its arguments", () => {
  const help = relay(["--help"], "").stdout;
  const commands = [...help.matchAll(/^ {2}(\w+) (?:\[options\] ?)?(\S+(?: \S+)*)? {2,}/gm)].flatMap(([, name, rest]) =>
    name === "help" ? [] : [[name, rest].filter(Boolean).join(" ")],
  );
  expect(commands).toEqual(
    expect.arrayContaining(["preview [file]", "secrets", "replay [what...]", "mute <target> [time]"]),
  );
  for (const file of ["README.md", "README.zh-CN.md"]) {
    const text = readFileSync(join(root, file), "utf8");
    expect([file, commands.filter((command) => !text.includes(`\`${command}\``))]).toEqual([file, []]);
  }
});
