import type { Family } from "./meaning.ts";

/** Codes of sends in channel and dm (some also met in c2c and group), from QQ's page of send error codes. */
export const guildCodes = {
  // The period, the pace, the anchor.
  20028: { as: "rate" }, // channel write rate
  304052: { as: "rate" }, // settings guide sent too often
  1100100: { as: "rate" }, // security: pace
  1100308: { as: "rate" }, // pace inside the guild
  304022: { as: "quota", of: "night" }, // not at this time of day
  304035: { as: "quota", of: "guild" }, // number of channels exceeded
  304045: { as: "quota" }, // channel's proactive count used
  304047: { as: "quota", of: "guild" }, // too many channels pushed to in a day
  304049: { as: "quota" }, // DM proactive count for this user used
  304050: { as: "quota", of: "bot" }, // DM proactive total used
  304027: { as: "window" }, // replied message expired
  50038: { as: "anchor" }, // not the same guild and channel
  50039: { as: "anchor" }, // message lookup failed
  50045: { as: "anchor" }, // cannot reply to the bot's own message
  50046: { as: "anchor" }, // message does not @ the bot
  50047: { as: "anchor" }, // neither the bot's own nor an @ message
  50048: { as: "anchor" }, // message id empty
  304026: { as: "anchor" }, // replied message id wrong
  304028: { as: "anchor" }, // may only answer messages that @ the bot

  // The target.
  304031: { as: "denied" }, // DM closed
  304046: { as: "denied" }, // no proactive messages in this channel
  304048: { as: "denied" }, // no proactive messages in this guild
  1100303: { as: "denied" }, // home channel: admins only
  1100306: { as: "denied" }, // not a member of the private channel
  1100307: { as: "denied" }, // application channel not on the list
  304032: { as: "gone" }, // DM does not exist
  304034: { as: "gone" }, // not a member of the DM
  1100104: { as: "gone" }, // group no longer valid
  1100301: { as: "gone" }, // caller not a member

  // The bot.
  50043: { as: "config" }, // guild id conversion failed
  304006: { as: "config" }, // server configuration
  1100102: { as: "config" }, // not qualified for a new feature
  1100305: { as: "config" }, // id conversion failed
  304018: { as: "gateway" }, // no gateway connection

  // The content.
  50006: { as: "fix", repair: ["filler"] }, // empty message
  50037: { as: "fix", repair: ["filler", "text"] }, // markdown only alone or with a keyboard
  50040: { as: "fix", repair: ["markdown", "text"] }, // template type wrong
  50041: { as: "fix", repair: ["markdown", "text"] }, // empty markdown value
  50042: { as: "fix", repair: ["markdown", "text"] }, // markdown list too long
  50054: { as: "fix", repair: ["markdown", "text"] }, // markdown template parameter wrong
  50055: { as: "fix", repair: ["text"] }, // markdown content invalid
  50056: { as: "fix", repair: ["text"] }, // markdown content not allowed
  50057: { as: "fix", repair: ["text"] }, // native markdown and template mixed
  304003: { as: "fix", repair: ["links"] }, // URL not registered
  304004: { as: "fix", repair: ["markdown", "text"] }, // no right to this ark
  304005: { as: "fix", repair: ["markdown", "text"] }, // embed too long
  304011: { as: "fix", repair: ["markdown", "text"] }, // template does not exist
  304014: { as: "fix", repair: ["markdown", "text"] }, // no right to the template
  304019: { as: "fix", repair: ["everyone"] }, // @all count used
  304020: { as: "fix", repair: ["media"] }, // file too large
  304036: { as: "fix", repair: ["markdown", "text"] }, // no right to markdown
  304037: { as: "fix", repair: ["keyboard"] }, // no right to a keyboard
  304038: { as: "fix", repair: ["keyboard"] }, // keyboard missing
  304039: { as: "fix", repair: ["keyboard"] }, // keyboard unparseable
  304040: { as: "fix", repair: ["keyboard"] }, // keyboard content wrong
  1000001: { as: "fix", repair: ["shorten"] }, // msg over length, with HTTP 500
  1100304: { as: "fix", repair: ["everyone"] }, // @ count check failed
  50035: { as: "dead" }, // form-data malformed
  304025: { as: "dead" }, // message blocked
  304030: { as: "dead" }, // does not match the corpus
  304051: { as: "dead" }, // settings guide malformed
  1100101: { as: "dead" }, // sensitive content
  1100103: { as: "dead" }, // security block

  // Media: an image that QQ fetches itself.
  304010: { as: "media", repair: ["media"] }, // image could not be re-hosted
  304017: { as: "media", repair: ["media"] }, // image upload failed
  304021: { as: "media", repair: ["media"] }, // file download failed

  // Passing faults, and answers that leave it open.
  304007: { as: "again" }, // guild lookup failed
  304008: { as: "again" }, // bot lookup failed
  304009: { as: "again" }, // channel lookup failed
  304012: { as: "again" }, // template lookup failed
  304029: { as: "again" }, // corpus service failed
  304033: { as: "again" }, // DM lookup failed
  304044: { as: "again" }, // settings lookup failed
  1100300: { as: "again" }, // internal
  1100302: { as: "again" }, // channel name lookup failed
  304023: { as: "in-audit" }, // push accepted, a person checks it
  304024: { as: "in-audit" }, // reply accepted, a person checks it
  304016: { as: "unsure" }, // sending failed
  1100499: { as: "unsure" }, // other
} as const satisfies Family;
