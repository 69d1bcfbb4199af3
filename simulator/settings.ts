import * as z from "zod";
import { LimitsSetting } from "./limits-setting.ts";

const Id = z.string().min(1);

const fields = {
  limits: LimitsSetting,
  /** Certified bots have wider bot-wide rules in preset `2026`. */
  certified: z.boolean(),
  /** Sends inside QQ's sandbox are exempt from counts since 2026-03-05; windows stay. */
  sandbox: z.boolean(),
  /** `true`: proactive sends to channels and DMs wait for a person; `"all"`: replies too. */
  audit: z.union([z.boolean(), z.literal("all")]),
  /** The status that comes with an audit: all three were seen. */
  auditStatus: z.union([z.literal(200), z.literal(201), z.literal(202)]),
  urlRule: z.boolean(),
  /** Registered domains, which pass the URL rule. */
  domains: z.array(Id),
  /** Channel id to guild id; a channel that is not here is its own guild. */
  guilds: z.record(z.string(), Id),
  /** Guilds that take no proactive messages (304048). */
  closedGuilds: z.array(Id),
  ark: z.boolean(),
  /** Ark templates of the bot's own, beside the public ones. */
  customArks: z.array(z.int()),
  /** Markdown in c2c and group. */
  markdown: z.boolean(),
  channelMarkdown: z.boolean(),
  keyboard: z.boolean(),
  /** What `content` must be beside another type: the pages of 2025 and of 2026 disagree. */
  content: z.enum(["lenient", "strict-old", "strict-new"]),
  /** Too long a text is refused, or cut with a 200 as some saw. */
  longText: z.enum(["refuse", "cut"]),
  /** The code of an expired msg_id in c2c and group: four were seen live. */
  windowCode: z.union([z.literal(40034005), z.literal(304103), z.literal(40034031), z.literal(40034128)]),
  /** Public-domain bots may answer only channel messages that @ them (304028). */
  publicDomain: z.boolean(),
  /** An id that was seen only in another scene is refused. */
  strictTargets: z.boolean(),
  tokenSeconds: z.int().min(1).max(7200),
  /** Addresses that may call; empty = all. */
  sources: z.array(Id),
  /** Seconds that an uploaded file's `file_info` lives. */
  fileSeconds: z.int().min(1),
  /** `timestamp` of c2c and group answers: text since 2026, an integer of seconds before. */
  timestamps: z.enum(["text", "seconds"]),
  extInfo: z.boolean(),
  /** How events reach the bot: QQ's console lets one choose; null: by callback where an address for it is known, else by gateway. */
  events: z.enum(["callback", "gateway", "both"]).nullable(),
  /** QQ's pages on guilds: a bot that is not connected to the gateway may not push there (304018). */
  onlineRule: z.boolean(),
  /** Groups whose owners let the bot read every message. */
  fullGroups: z.array(Id),
  /** Whether the bot is on the list of those that may ask for a group's name and its own state there. */
  groupInfo: z.boolean(),
  callbackTimeoutMs: z.int().min(1).max(60_000),
  callbackTries: z.int().min(1).max(10),
};

/** What `POST /_sim/settings` takes; what is left out stays as it is. */
export const SettingsChange = z.strictObject(fields).partial();

export type Settings = z.infer<z.ZodObject<typeof fields>>;

export const defaultSettings: Settings = {
  limits: { preset: "published", override: {} },
  certified: false,
  sandbox: false,
  audit: false,
  auditStatus: 202,
  urlRule: false,
  domains: [],
  guilds: {},
  closedGuilds: [],
  ark: true,
  customArks: [],
  markdown: true,
  channelMarkdown: true,
  keyboard: true,
  content: "lenient",
  longText: "refuse",
  windowCode: 40034005,
  publicDomain: false,
  strictTargets: false,
  tokenSeconds: 7200,
  sources: [],
  fileSeconds: 300,
  timestamps: "text",
  extInfo: true,
  events: null,
  onlineRule: false,
  fullGroups: [],
  groupInfo: true,
  callbackTimeoutMs: 5_000,
  callbackTries: 3,
};
