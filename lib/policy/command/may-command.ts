import type { Command } from "../../model/command.ts";
import type { Speaker } from "../../model/qq-event.ts";
import type { SceneName } from "../../model/scene.ts";
import type { Settings } from "../../model/settings.ts";

/**
 * Commands that change something for all who are there; the others only tell what the conversation gets anyway. A pairing
 * code comes from the operator, so that who holds a good one may use it.
 */
const changes = {
  help: false,
  status: false,
  digest: false,
  more: false,
  mute: true,
  unmute: true,
  bind: false,
  unbind: true,
  unclear: false,
} as const satisfies Record<Command["kind"], boolean>;

/**
 * Whether a speaker may give a command. Under `admins` what changes something is for the admins and owners of a group or
 * guild; where QQ does not tell the role (undocumented when it does), only the setting `everyone` lets it pass. A
 * conversation of one is its owner's.
 */
export function mayCommand(
  setting: Settings["commands"],
  scene: SceneName,
  { role }: Speaker,
  command: Command,
): "yes" | "member" | "unknown" {
  if (setting === "everyone" || scene === "c2c" || scene === "dm" || !changes[command.kind]) return "yes";
  if (role === undefined) return "unknown";
  return role === "member" ? "member" : "yes";
}
