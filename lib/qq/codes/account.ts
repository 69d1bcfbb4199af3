import type { Family } from "./meaning.ts";

/**
 * Codes of the account, its token and its rights, from QQ's page of general error codes. `once` is the vendor's word:
 * these usually pass on the second try, and no more than one repeat is allowed.
 */
export const accountCodes = {
  11241: { as: "auth" }, // token missing
  11243: { as: "auth" }, // token refused
  11244: { as: "auth" }, // token expired or unknown

  11242: { as: "again", once: true }, // token check failed
  11252: { as: "again", once: true }, // app right check failed
  11263: { as: "again", once: true }, // guild right check failed
  11281: { as: "again", once: true }, // admin check failed
  11303: { as: "again" }, // nick lookup failed
  11304: { as: "again" }, // avatar lookup failed
  11305: { as: "again" }, // guild id lookup failed
  11306: { as: "again" }, // guild information lookup failed
  100001: { as: "rate" }, // too many token calls

  10001: { as: "config" }, // account abnormal
  11251: { as: "config" }, // appid wrong
  11253: { as: "config" }, // app has no right to this call
  11254: { as: "config" }, // call blocked for this app
  11255: { as: "config" }, // wrong resource
  11261: { as: "config" }, // appid missing
  11262: { as: "config" }, // bot token not usable here
  11265: { as: "config" }, // bot banned
  11273: { as: "config" }, // bearer token not usable here
  11274: { as: "config" }, // user gave no right
  11275: { as: "config" }, // no appid
  11298: { as: "config" }, // source address not on the bot's list
  40023002: { as: "config" }, // the same, as err_code
  11301: { as: "config" }, // HTTP header invalid
  11302: { as: "config" }, // HTTP header invalid
  100007: { as: "config" }, // appid invalid, banned or deleted
  100016: { as: "config" }, // wrong appid or secret

  10003: { as: "gone" }, // unknown channel
  10004: { as: "gone" }, // unknown guild; on the token call: no such bot
  11264: { as: "denied" }, // guild admin gave no right, or wrong guild id
  11282: { as: "denied" }, // needs an admin right that was not given

  12001: { as: "dead" }, // id replacement failed
  12002: { as: "fix", repair: ["filler"] }, // request body wrong
  12003: { as: "unsure" }, // answer malformed
} as const satisfies Family;
