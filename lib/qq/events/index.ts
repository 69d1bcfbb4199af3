import type { EventReader } from "./event-reader.ts";
import { byIsYou, byOwnId } from "./read-addressed.ts";
import { readAudit } from "./read-audit.ts";
import { readChange, readChannel, readGuild, readInChannel, readMember } from "./read-change.ts";
import { readInteraction } from "./read-interaction.ts";
import { readMessage } from "./read-message.ts";

/** QQ's events that tell the relay something, by name; all others are acknowledged and forgotten. */
export const events = {
  C2C_MESSAGE_CREATE: readMessage("c2c"),
  GROUP_AT_MESSAGE_CREATE: readMessage("group"),
  GROUP_MESSAGE_CREATE: readMessage("group", byIsYou),
  AT_MESSAGE_CREATE: readMessage("channel"),
  MESSAGE_CREATE: readMessage("channel", byOwnId),
  DIRECT_MESSAGE_CREATE: readMessage("dm"),
  INTERACTION_CREATE: readInteraction,
  FRIEND_ADD: readChange("c2c", { presence: "here", proactive: "allowed", opens: true }),
  FRIEND_DEL: readChange("c2c", { presence: "gone" }),
  C2C_MSG_RECEIVE: readChange("c2c", { proactive: "allowed", opens: true }),
  C2C_MSG_REJECT: readChange("c2c", { proactive: "denied" }),
  GROUP_ADD_ROBOT: readChange("group", { presence: "here", proactive: "allowed", opens: true }),
  GROUP_DEL_ROBOT: readChange("group", { presence: "gone" }),
  GROUP_MSG_RECEIVE: readChange("group", { proactive: "allowed", opens: true }),
  GROUP_MSG_REJECT: readChange("group", { proactive: "denied" }),
  MESSAGE_AUDIT_PASS: readAudit(true),
  MESSAGE_AUDIT_REJECT: readAudit(false),
  GUILD_MEMBER_ADD: readMember,
  GUILD_MEMBER_UPDATE: readMember,
  GUILD_MEMBER_REMOVE: readMember,
  MESSAGE_REACTION_ADD: readInChannel,
  MESSAGE_REACTION_REMOVE: readInChannel,
  FORUM_THREAD_CREATE: readInChannel,
  FORUM_THREAD_UPDATE: readInChannel,
  FORUM_THREAD_DELETE: readInChannel,
  FORUM_POST_CREATE: readInChannel,
  FORUM_POST_DELETE: readInChannel,
  FORUM_REPLY_CREATE: readInChannel,
  FORUM_REPLY_DELETE: readInChannel,
  GUILD_CREATE: readGuild("here"),
  GUILD_DELETE: readGuild("gone"),
  CHANNEL_CREATE: readChannel("here"),
  CHANNEL_DELETE: readChannel("gone"),
} as const satisfies Readonly<Record<string, EventReader>>;
