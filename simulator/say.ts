import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { QqEvent } from "./emit.ts";
import { guildOf, type Places } from "./places.ts";
import { sceneNames } from "./scene.ts";
import { botUser, newMessageId } from "./sent.ts";
import { writeTime } from "./shanghai.ts";
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
  at: z.iso.datetime({ offset: true }).optional(),
  msg_id: Id.optional(),
  signature: z.enum(["good", "bad", "none"]).default("good"),
});

export type Say = z.infer<typeof Say>;

const guildRoles = { member: "1", admin: "2", owner: "4" } as const;

/** The event that QQ makes of a message, in its scene's own shape; its `d.id` is the `msg_id` that replies carry. */
export function tellMessage(
  say: Say,
  places: Places,
  guilds: Readonly<Record<string, string>>,
  now: number,
): QqEvent & { readonly messageId: string } {
  const { scene, target, text } = say;
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
      const member = say.user ?? `member-of-${target}`;
      const author = { id: member, member_openid: member, member_role: say.role, ...from };
      const group = { group_openid: target, group_id: target, mentions: [] };
      return { t: "GROUP_AT_MESSAGE_CREATE", messageId: id, d: { ...v2, ...group, author, content: ` ${text} ` } };
    }
    case "channel":
    case "dm": {
      const guild = say.guild ?? guildOf(places, guilds, { scene, id: target }) ?? `guild-of-${target}`;
      const place = scene === "dm" ? { guild_id: target, channel_id: target } : { guild_id: guild, channel_id: target };
      const d = {
        id,
        ...place,
        author: { id: say.user ?? `user-of-${target}`, avatar: "", ...from },
        member: { joined_at: timestamp, roles: [guildRoles[say.role]] },
        timestamp,
        seq: 1,
        seq_in_channel: "1",
      };
      return scene === "dm"
        ? {
            t: "DIRECT_MESSAGE_CREATE",
            messageId: id,
            d: { ...d, content: text, direct_message: true, src_guild_id: guild },
          }
        : {
            t: "AT_MESSAGE_CREATE",
            messageId: id,
            d: { ...d, content: `<@!${botUser.id}> ${text}`, mentions: [botUser] },
          };
    }
    default:
      return unreachable(scene);
  }
}
