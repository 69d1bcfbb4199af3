import type { Permission } from "./permission.ts";

/** What an event means to the platform itself. */
export type EventRule = {
  /** Whose id to look for in `d`. */
  readonly at: "c2c" | "group" | "channel" | "dm" | "guild" | "button";
  /** The reply window that it opens; without one the event's id allows no reply. */
  readonly opens?: "msg" | "event";
  readonly change?: Permission;
};

const here = { gone: false } as const;
const welcome = { gone: false, proactive: true } as const;
const left = { gone: true } as const;
const onMember = { at: "guild", opens: "event" } as const;
const inChannel = { at: "channel", opens: "event" } as const;

/** Events that open windows or change what a target allows; all others are only passed on. */
export const eventRules: Readonly<Record<string, EventRule>> = {
  C2C_MESSAGE_CREATE: { at: "c2c", opens: "msg", change: here },
  GROUP_AT_MESSAGE_CREATE: { at: "group", opens: "msg", change: here },
  GROUP_MESSAGE_CREATE: { at: "group", opens: "msg", change: here },
  AT_MESSAGE_CREATE: { at: "channel", opens: "msg", change: here },
  MESSAGE_CREATE: { at: "channel", opens: "msg", change: here },
  DIRECT_MESSAGE_CREATE: { at: "dm", opens: "msg", change: here },
  INTERACTION_CREATE: { at: "button", opens: "event" },
  FRIEND_ADD: { at: "c2c", opens: "event", change: welcome },
  FRIEND_DEL: { at: "c2c", change: left },
  C2C_MSG_RECEIVE: { at: "c2c", opens: "event", change: { proactive: true } },
  C2C_MSG_REJECT: { at: "c2c", change: { proactive: false } },
  GROUP_ADD_ROBOT: { at: "group", opens: "event", change: welcome },
  GROUP_DEL_ROBOT: { at: "group", change: left },
  GROUP_MSG_RECEIVE: { at: "group", opens: "event", change: { proactive: true } },
  GROUP_MSG_REJECT: { at: "group", change: { proactive: false } },
  GROUP_MEMBER_ADD: { at: "group" },
  GROUP_MEMBER_REMOVE: { at: "group" },
  GUILD_MEMBER_ADD: onMember,
  GUILD_MEMBER_UPDATE: onMember,
  GUILD_MEMBER_REMOVE: onMember,
  MESSAGE_REACTION_ADD: inChannel,
  MESSAGE_REACTION_REMOVE: inChannel,
  FORUM_THREAD_CREATE: inChannel,
  FORUM_THREAD_UPDATE: inChannel,
  FORUM_THREAD_DELETE: inChannel,
  FORUM_POST_CREATE: inChannel,
  FORUM_POST_DELETE: inChannel,
  FORUM_REPLY_CREATE: inChannel,
  FORUM_REPLY_DELETE: inChannel,
  GUILD_CREATE: { at: "guild", change: here },
  GUILD_DELETE: { at: "guild", change: left },
  CHANNEL_CREATE: { at: "channel", change: welcome },
  CHANNEL_DELETE: { at: "channel", change: left },
};
