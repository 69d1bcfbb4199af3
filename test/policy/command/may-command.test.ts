import { expect, test } from "vitest";
import type { Command } from "../../../lib/model/command.ts";
import type { Speaker } from "../../../lib/model/qq-event.ts";
import type { SceneName } from "../../../lib/model/scene.ts";
import { defaultSettings } from "../../../lib/model/settings.ts";
import { mayCommand } from "../../../lib/policy/command/may-command.ts";

const commands: readonly Command[] = [
  { kind: "help" },
  { kind: "status" },
  { kind: "digest" },
  { kind: "more" },
  { kind: "mute", time: { ms: 1 } },
  { kind: "unmute" },
  { kind: "bind", code: "ABCD2345" },
  { kind: "unbind" },
  { kind: "unclear" },
];

const all = "help status digest more mute unmute bind unbind unclear";
const reading = "help status digest more bind unclear";

test.each<["everyone" | "admins", SceneName, Speaker["role"] | undefined, allowed: string, others: string | undefined]>(
  [
    ["everyone", "group", "member", all, undefined],
    ["everyone", "channel", undefined, all, undefined],
    ["admins", "c2c", undefined, all, undefined],
    ["admins", "dm", "member", all, undefined],
    ["admins", "group", "owner", all, undefined],
    ["admins", "channel", "admin", all, undefined],
    ["admins", "group", undefined, reading, "unknown"],
    ["admins", "channel", undefined, reading, "unknown"],
    ["admins", "group", "member", reading, "member"],
    ["admins", "channel", "member", reading, "member"],
  ],
)("%s in %s, role %s: %s", (setting, scene, role, allowed, others) => {
  const speaker = { id: "U1", ...(role !== undefined && { role }) };
  const answers = commands.map((command) => [command.kind, mayCommand(setting, scene, speaker, command)] as const);
  expect(answers.flatMap(([kind, answer]) => (answer === "yes" ? [kind] : [])).join(" ")).toBe(allowed);
  const refused = new Set(answers.map(([, answer]) => answer).filter((answer) => answer !== "yes"));
  expect([...refused]).toEqual(others === undefined ? [] : [others]);
});

test("commands that change something are for admins unless the settings say otherwise", () => {
  expect(defaultSettings.commands).toBe("admins");
});
