import { expect, test } from "vitest";
import type { Command } from "../../../lib/model/command.ts";
import type { Speaker } from "../../../lib/model/qq-event.ts";
import type { SceneName } from "../../../lib/model/scene.ts";
import { mayCommand } from "../../../lib/policy/command/may-command.ts";

const commands: readonly Command[] = [
  { kind: "help" },
  { kind: "status" },
  { kind: "digest" },
  { kind: "more" },
  { kind: "mute", ms: 1 },
  { kind: "unmute" },
  { kind: "bind", code: "ABCD2345" },
  { kind: "unbind" },
];

test.each<["everyone" | "admins", SceneName, Speaker["role"] | undefined, string]>([
  ["everyone", "group", "member", "help status digest more mute unmute bind unbind"],
  ["everyone", "channel", undefined, "help status digest more mute unmute bind unbind"],
  ["admins", "c2c", undefined, "help status digest more mute unmute bind unbind"],
  ["admins", "dm", "member", "help status digest more mute unmute bind unbind"],
  ["admins", "group", "owner", "help status digest more mute unmute bind unbind"],
  ["admins", "channel", "admin", "help status digest more mute unmute bind unbind"],
  ["admins", "group", undefined, "help status digest more"],
  ["admins", "channel", undefined, "help status digest more"],
  ["admins", "group", "member", ""],
  ["admins", "channel", "member", ""],
])("%s in %s, role %s: %s", (setting, scene, role, allowed) => {
  const speaker = { id: "U1", ...(role !== undefined && { role }) };
  const may = commands.filter((command) => mayCommand(setting, scene, speaker, command));
  expect(may.map(({ kind }) => kind).join(" ")).toBe(allowed);
});
