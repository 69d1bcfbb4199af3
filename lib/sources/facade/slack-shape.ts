/** Names that other dialects have beside `text` or `attachments`: of DingTalk, Feishu, Telegram, PushDeer, Teams, plain scripts. */
const others = "msgtype msg_type chat_id pushkey desp content embeds title type @type cardsV2".split(" ");

/** Whether a body with these names at its top has the shape of Slack's incoming webhooks. */
export const hasSlackShape = (keys: ReadonlySet<string>): boolean =>
  ["text", "blocks", "attachments"].some((name) => keys.has(name)) && !others.some((name) => keys.has(name));
