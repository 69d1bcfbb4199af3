/** Names that other dialects have beside `text` or `attachments`: of DingTalk, Feishu, Telegram, PushDeer, Teams, plain scripts. */
const others = "msgtype msg_type chat_id pushkey desp content embeds title type @type cardsV2".split(" ");

/** Whether a body with these names at its top has the shape of Slack's incoming webhooks. */
const hasSlackShape = (keys: ReadonlySet<string>): boolean =>
  ["text", "blocks", "attachments"].some((name) => keys.has(name)) && !others.some((name) => keys.has(name));

/** The paths that Slack's clients append to an address, and those that its kin's do: who comes by one is not the other's. */
const appended = { slack: /.\/services\//, kin: /.\/hooks(?:\/|$)/ } as const;

/** Whether a request in the shape that all three have is of Slack's own clients, or of its kin's: by either, where its path says neither. */
export const isSlackShaped = (of: keyof typeof appended, path: string, keys: ReadonlySet<string>): boolean =>
  hasSlackShape(keys) && !appended[of === "slack" ? "kin" : "slack"].test(path);
