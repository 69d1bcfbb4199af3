/** Names that other dialects have beside `text` or `attachments`: of DingTalk, Feishu, Telegram, PushDeer, Teams, plain scripts. */
const others = "msgtype msg_type chat_id pushkey desp content embeds title type @type cardsV2".split(" ");

/** Whether a body with these names at its top has the shape of Slack's incoming webhooks. */
const hasSlackShape = (keys: ReadonlySet<string>): boolean =>
  ["text", "blocks", "attachments"].some((name) => keys.has(name)) && !others.some((name) => keys.has(name));

/** What only the others' clients append to an address: who comes by it is not of this one. */
const foreign = {
  slack: /.\/hooks(?:\/|$)|.\/api\/v4\//,
  mattermost: /.\/services\/|.\/hooks\/[^/]+\/[^/]+/,
  rocketchat: /.\/services\/|.\/api\/v4\//,
} as const;

/** Whether a request in the shape that all three have may be of this one's clients: by its path, where that is of some. */
export const isSlackShaped = (of: keyof typeof foreign, path: string, keys: ReadonlySet<string>): boolean =>
  hasSlackShape(keys) && !foreign[of].test(path);
