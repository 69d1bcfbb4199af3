import type { Family } from "./meaning.ts";

/** Codes of sends and uploads in c2c and group, from QQ's pages on group and C2C messages and rich media. */
export const v2Codes = {
  // The period, the pace, the anchor.
  22009: { as: "quota" }, // message limit exceeded; see readAnswer for when it means the pace
  40034100: { as: "rate" }, // proactive pace exceeded
  40034122: { as: "wakeup-used" }, // wake-up period used
  304103: { as: "window" }, // message id expired
  40034005: { as: "window" }, // replied msg_id expired
  40034026: { as: "window" }, // event_id expired
  40034031: { as: "window" }, // msgid expired, other wording (seen live, in no page)
  40034128: { as: "window" }, // time or count of replies exceeded
  40034024: { as: "anchor" }, // msg_id invalid or of another chat
  40034025: { as: "anchor" }, // event_id invalid
  40034027: { as: "anchor" }, // this event allows no reply
  40054005: { as: "duplicate" }, // this anchor and msg_seq were already used

  // The target.
  304064: { as: "denied" }, // subscription message not authorised
  40034102: { as: "denied" }, // proactive: no permission (since 2025-04-21)
  40034105: { as: "denied" }, // proactive: no permission (since 2026-06, the owner's switch is off)
  40034123: { as: "wakeup-off" }, // wake-up not supported
  40054004: { as: "denied" }, // user is not a friend of the bot
  40054013: { as: "denied" }, // user refuses messages
  40034101: { as: "gone" }, // bot is not in the group
  40054003: { as: "gone" }, // bot is not a group member
  40054002: { as: "muted" }, // bot muted
  850018: { as: "muted" }, // upload: group or bot muted

  // The bot.
  340067: { as: "config" }, // bot information unavailable
  40054016: { as: "config" }, // bot offline (taken down)

  // The content.
  22006: { as: "fix", repair: ["filler", "text"] }, // type does not fit the content
  304057: { as: "fix", repair: ["keyboard"] }, // custom keyboard not allowed
  304061: { as: "fix", repair: ["filler"] }, // content invalid
  305007: { as: "fix", repair: ["keyboard"] }, // keyboard style wrong
  340069: { as: "fix", repair: ["text"] }, // message type invalid
  40034008: { as: "fix", repair: ["markdown", "text"] }, // empty parameter of a markdown template
  40034009: { as: "fix", repair: ["markdown", "text"] }, // line break in a parameter
  40034010: { as: "fix", repair: ["markdown", "text"] }, // markdown signs in a parameter
  40034011: { as: "fix", repair: ["filler", "text"] }, // invalid markdown
  40034028: { as: "fix", repair: ["links"] }, // in older notes: URL not allowed
  40034029: { as: "fix", repair: ["keyboard"] }, // too many rows or columns
  40034090: { as: "fix", repair: ["text"] }, // markdown not allowed
  40034106: { as: "fix", repair: ["keyboard"] }, // command type not supported
  40034108: { as: "fix", repair: ["keyboard"] }, // command text too long
  40034109: { as: "fix", repair: ["keyboard"] }, // command text not parseable
  40034124: { as: "fix", repair: ["filler", "markdown", "text"] }, // markdown parameter wrong
  40034127: { as: "fix", repair: ["text"] }, // no right to markdown
  40054007: { as: "fix", repair: ["shorten"] }, // too long
  40054010: { as: "fix", repair: ["links"] }, // URL not allowed
  40054018: { as: "fix", repair: ["shorten"] }, // too long or abnormal
  50059: { as: "dead" }, // bad input type
  304062: { as: "dead" }, // too many subscription buttons
  40007: { as: "dead" }, // streaming: the prefix already sent was changed
  40034006: { as: "dead" }, // content violates QQ's rules: a resend costs reputation

  // Media: QQ's pages ask to try 304082 and 304083 again.
  304080: { as: "media", repair: ["media"] }, // file_info invalid
  304082: { as: "media", repair: ["media"] }, // media upload failed
  304083: { as: "media", repair: ["media"] }, // media conversion failed
  40034004: { as: "media", repair: ["media"] }, // media transfer failed
  850026: { as: "media", repair: ["media"] }, // upload: source could not be downloaded
  850027: { as: "media", repair: ["media"] }, // upload: transfer timed out
  40093001: { as: "media", repair: ["media"] }, // upload failed, try again
  10000: { as: "fix", repair: ["media"] }, // upload: operation not supported
  850019: { as: "fix", repair: ["media"] }, // upload: format not supported
  850031: { as: "fix", repair: ["media"] }, // upload: too large
  40093002: { as: "fix", repair: ["media"] }, // upload: today's volume used up

  // Passing faults.
  50001: { as: "again" }, // streaming: internal
  50002: { as: "rate" }, // streaming: too fast
  40054006: { as: "again" }, // friend check failed
  50055001: { as: "again" }, // sending failed, try later
  50055002: { as: "again" }, // sending failed, try later
  50055006: { as: "again", repair: ["markdown", "text"] }, // ark sending failed, try later
} as const satisfies Family;
