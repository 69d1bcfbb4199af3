import { randomBytes } from "node:crypto";
import type { Answer } from "./answer.ts";
import { homeOf } from "./places.ts";
import type { Send } from "./rules/send.ts";
import { isV2 } from "./scene.ts";
import { writeTime } from "./shanghai.ts";
import type { State } from "./state.ts";

/** The bot as QQ describes it. */
export const botUser = {
  id: "10000000000000000001",
  username: "sim-bot",
  avatar: "https://thirdqq.qlogo.cn/sim-bot",
  bot: true,
} as const;

/** When the bot came wherever it is. */
export const joinedAt = "2026-01-13T11:02:21+08:00";

/** A message id in the scene's own look: opaque to everyone. */
export const newMessageId = (v2: boolean): string =>
  v2 ? `ROBOT1.0_${randomBytes(24).toString("base64url")}!` : `08${randomBytes(20).toString("hex")}`;

/** QQ's answer to a message that went out. */
export function tellSent(state: State, { target, fields }: Send, now: number): Answer {
  const v2 = isV2(target.scene);
  const { timestamps, extInfo, guilds } = state.settings;
  const id = newMessageId(v2);
  const body = v2
    ? {
        id,
        timestamp: timestamps === "text" ? writeTime(now) : Math.floor(now / 1_000),
        ...(extInfo && { ext_info: { ref_idx: `REFIDX_${randomBytes(12).toString("base64")}` } }),
      }
    : {
        id,
        channel_id: target.id,
        guild_id: homeOf(state.places, guilds, target),
        content: fields.content ?? "",
        timestamp: writeTime(now),
        tts: false,
        mention_everyone: false,
        author: botUser,
        member: { joined_at: joinedAt, roles: ["1"] },
        embeds: [fields.embed ?? {}],
        pinned: false,
        type: 0,
        flags: 0,
      };
  if (!v2) state.shown.set(id, { target, message: body });
  return { kind: "json", status: 200, body, id };
}
