import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { QqEvent } from "./emit.ts";
import { guildOf } from "./places.ts";
import { speakerOf } from "./said.ts";
import { sceneNames } from "./scene.ts";
import { botUser, newMessageId } from "./sent.ts";
import { writeTime } from "./shanghai.ts";
import type { Settings } from "./settings.ts";
import type { State } from "./state.ts";
import { unreachable } from "./unreachable.ts";

const Id = z.string().min(1);

/** Someone speaks to the bot. `at` lets the message be older than now; `msg_id` lets it come a second time. */
export const Say = z.object({
  scene: z.enum(sceneNames),
  target: Id,
  text: z.string(),
  user: Id.optional(),
  guild: Id.optional(),
  role: z.enum(["member", "admin", "owner"]).default("owner"),
  /** Whether the bot is addressed, in groups and channels; or everyone is. */
  mention: z.union([z.boolean(), z.literal("all")]).default(true),
  at: z.iso.datetime({ offset: true }).optional(),
  msg_id: Id.optional(),
  signature: z.enum(["good", "bad", "none"]).default("good"),
});

export type Say = z.infer<typeof Say>;

/** The bot as members of a group have it. */
export const memberOf = (group: string): string => `bot-of-${group}`;

/** Who is addressed in a group whose every message the bot gets, as bots saw it since May 2026: by @all everyone is `is_you`. */
function mentionsIn(group: string, mention: Say["mention"]): readonly object[] {
  if (mention === false) return [];
  if (mention === "all") return [{ scope: "all", is_you: true, username: "全体成员" }];
  const id = memberOf(group);
  return [{ scope: "single", bot: true, id, is_you: true, member_openid: id, username: botUser.username }];
}

const guildRoles = { member: "1", admin: "2", owner: "4" } as const;

/** Whether the bot is told at all: what is said to others it gets where it is shown every message. */
export const isTold = ({ scene, target, mention }: Say, { fullGroups, publicDomain }: Settings): boolean =>
  mention === true ||
  scene === "c2c" ||
  scene === "dm" ||
  (scene === "group" ? fullGroups.includes(target) : !publicDomain);

/** The event that QQ makes of a message, in its scene's own shape; its `d.id` is the `msg_id` that replies carry. */
export function tellMessage(
  say: Say,
  { places, settings }: Pick<State, "places" | "settings">,
  now: number,
): QqEvent & { readonly messageId: string } {
  const { scene, target, text, mention } = say;
  const id = say.msg_id ?? newMessageId(scene === "c2c" || scene === "group");
  const timestamp = writeTime(say.at === undefined ? now : Date.parse(say.at));
  const ext = [`msg_idx=REFIDX_${randomBytes(12).toString("base64")}`];
  const v2 = { id, message_type: 0, message_scene: { source: "default", ext }, attachments: [], timestamp };
  const from = { username: say.user ?? "someone", bot: false };
  switch (scene) {
    case "c2c": {
      const author = { id: target, user_openid: target, union_openid: "" };
      return { t: "C2C_MESSAGE_CREATE", messageId: id, d: { ...v2, author, content: text } };
    }
    case "group": {
      const member = speakerOf(say);
      const author = { id: member, member_openid: member, member_role: say.role, ...from };
      const group = { ...v2, group_openid: target, group_id: target, author };
      if (settings.fullGroups.includes(target)) {
        const d = { ...group, mentions: mentionsIn(target, mention), content: mention === true ? ` ${text}` : text };
        return { t: "GROUP_MESSAGE_CREATE", messageId: id, d };
      }
      return { t: "GROUP_AT_MESSAGE_CREATE", messageId: id, d: { ...group, mentions: [], content: ` ${text} ` } };
    }
    case "channel":
    case "dm": {
      const guild = say.guild ?? guildOf(places, settings.guilds, { scene, id: target }) ?? `guild-of-${target}`;
      const place = scene === "dm" ? { guild_id: target, channel_id: target } : { guild_id: guild, channel_id: target };
      const d = {
        id,
        ...place,
        author: { id: speakerOf(say), avatar: "", ...from },
        member: { joined_at: timestamp, roles: [guildRoles[say.role]] },
        timestamp,
        seq: 1,
        seq_in_channel: "1",
      };
      if (scene === "dm") {
        const direct = { ...d, content: text, direct_message: true, src_guild_id: guild };
        return { t: "DIRECT_MESSAGE_CREATE", messageId: id, d: direct };
      }
      if (mention === true) {
        const addressed = { ...d, content: `<@!${botUser.id}> ${text}`, mentions: [botUser] };
        return { t: "AT_MESSAGE_CREATE", messageId: id, d: addressed };
      }
      return { t: "MESSAGE_CREATE", messageId: id, d: { ...d, content: text, mention_everyone: mention === "all" } };
    }
    default:
      return unreachable(scene);
  }
}
