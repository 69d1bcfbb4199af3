import type { Command } from "../../model/command.ts";
import type { Speaker } from "../../model/qq-event.ts";
import type { SceneName } from "../../model/scene.ts";
import type { Settings } from "../../model/settings.ts";

/** Commands that change something; the others only tell what the conversation gets anyway. */
const changes = {
  help: false,
  status: false,
  digest: false,
  more: false,
  mute: true,
  unmute: true,
  bind: true,
  unbind: true,
} as const satisfies Record<Command["kind"], boolean>;

/**
 * Whether a speaker may give a command. Under `admins` a plain member of a group or channel may give none; where QQ does
 * not tell the role, only those that change nothing. A conversation of one is its owner's.
 */
export function mayCommand(
  setting: Settings["commands"],
  scene: SceneName,
  speaker: Speaker,
  command: Command,
): boolean {
  if (setting === "everyone" || scene === "c2c" || scene === "dm") return true;
  return speaker.role === undefined ? !changes[command.kind] : speaker.role !== "member";
}
