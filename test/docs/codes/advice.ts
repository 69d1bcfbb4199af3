import type { Repair } from "../../../lib/model/outcome.ts";
import type { Said } from "../../../lib/model/said.ts";
import type { Meaning } from "../../../lib/qq/codes/meaning.ts";
import { reactions } from "../../../lib/policy/outcome/reactions.ts";
import { minute } from "../../../lib/base/time.ts";

const say = (zh: string, en: string): Said => ({ zh, en });

/** Minutes that a kind of refusal waits, as the relay has them. */
const wait = (kind: "rate" | "config" | "auth" | "gateway"): number => reactions[kind].wait / minute;

/** Kinds of meaning in the order of the page, with what the relay does and what a person can do. */
export const kinds: Readonly<
  Record<Meaning["as"], { readonly title: Said; readonly relay: Said; readonly you: Said }>
> = {
  denied: {
    title: say("那里不收主动消息", "No pushes there"),
    relay: say(
      "先存着；隔一段时间试一条，一次比一次久；回复照发",
      "holds them; tries one push after a wait that grows; replies go on",
    ),
    you: say("在 QQ 里打开开关，或对机器人说句话", "turn the switch on in QQ, or speak to the bot"),
  },
  quota: {
    title: say("额度用完", "Used up"),
    relay: say(
      "到周期结束不再主动发，先存着；有人说话就发",
      "pushes no more until the period is over, and holds them; someone speaking brings them",
    ),
    you: say("对机器人说句话；`status` 看什么时候恢复", "speak to the bot; `status` tells when there are more"),
  },
  rate: {
    title: say("太快", "Too fast"),
    relay: say(`停 ${wait("rate")} 分钟再发`, `waits ${wait("rate")} min, then goes on`),
    you: say("不用管", "nothing"),
  },
  window: {
    title: say("回复不了：太晚或太多", "Too late, or too many, to reply"),
    relay: say(
      "这个窗口不再用；换一个窗口、改成主动发，或存着",
      "forgets the window; goes by another, by a push, or is held",
    ),
    you: say("再对机器人说句话", "speak to the bot again"),
  },
  anchor: {
    title: say("回复的对象不对", "Nothing to reply to"),
    relay: say(
      "这个窗口不再用；换一个窗口、改成主动发，或存着",
      "forgets the window; goes by another, by a push, or is held",
    ),
    you: say("群和子频道里要 @ 机器人说话", "in groups and channels mention the bot when you speak"),
  },
  gone: {
    title: say("会话不在了", "Gone"),
    relay: say("先存着，隔一段时间试一次", "holds them, and tries after a while"),
    you: say("重新邀请机器人；核对 `to` 里的 id", "invite the bot again; check the id in `to`"),
  },
  muted: {
    title: say("被禁言", "Muted"),
    relay: say("30 分钟内不发，先存着", "holds everything for 30 min"),
    you: say("让群主解除禁言", "have the owner unmute the bot"),
  },
  "wakeup-used": {
    title: say("唤醒消息", "Wake-up messages"),
    relay: say("等到下一段时间", "waits for the next period"),
    you: say("对机器人说句话", "speak to the bot"),
  },
  "wakeup-off": {
    title: say("唤醒消息", "Wake-up messages"),
    relay: say("对这个人不再用唤醒消息", "sends this user no more of them"),
    you: say("不用管；`wakeup: false` 对所有人都不用", "nothing; `wakeup: false` uses none for anybody"),
  },
  fix: { title: say("内容要改", "To be changed"), relay: say("", ""), you: say("", "") },
  media: {
    title: say("图片", "Pictures"),
    relay: say("重试，重新上传，都不行就不带图发", "tries again, uploads it anew, else sends it without the picture"),
    you: say("图片地址要让 QQ 的服务器也能打开", "let the picture's address be one that QQ's servers can open"),
  },
  dead: {
    title: say("不能发", "Refused for good"),
    relay: say("不再发，记为 `failed`", "sends it no more: `failed`"),
    you: say(
      "看 `trace` 里 QQ 的话；改了措辞再 `replay`",
      "see QQ's words in `trace`; change the words, then `replay`",
    ),
  },
  config: {
    title: say("机器人的设置或权限", "The bot's setup"),
    relay: say(`先存着，每 ${wait("config")} 分钟试一次`, `holds them, and tries every ${wait("config")} min`),
    you: say("`doctor` 说哪里不对", "`doctor` tells what is wrong"),
  },
  auth: {
    title: say("凭证", "The access token"),
    relay: say(
      `换一个新的马上重试；还不行，每 ${wait("auth")} 分钟试一次`,
      `takes a new one at once; where that is refused, tries every ${wait("auth")} min`,
    ),
    you: say("一直这样就核对 AppSecret：`doctor`", "where it stays so check the AppSecret: `doctor`"),
  },
  gateway: {
    title: say("网关", "The gateway"),
    relay: say(`先存着，每 ${wait("gateway")} 分钟试一次`, `holds them, and tries every ${wait("gateway")} min`),
    you: say('用 `events: "gateway"`，或跑 `npm run gateway`', 'use `events: "gateway"`, or run `npm run gateway`'),
  },
  "in-audit": {
    title: say("审核", "In audit"),
    relay: say("等审核结果，不重发", "waits for the audit's end, and sends it no second time"),
    you: say("等；结果由 QQ 的事件送来", "wait: an event of QQ's brings the result"),
  },
  again: {
    title: say("QQ 一时的故障", "QQ's passing faults"),
    relay: say(
      "马上重试，之后隔 30 秒到 2 小时再试，不会重复",
      "tries again at once, then after 30 s to 2 h; nothing is told twice",
    ),
    you: say("不用管", "nothing"),
  },
  unsure: {
    title: say("不知送没送到", "Nobody knows"),
    relay: say(
      "单聊和群的回复用同一个 `msg_seq` 再发，不会重复；其余按 `onUnsure`",
      "sends replies in c2c and groups again by the same `msg_seq`, so never twice; else as `onUnsure` says",
    ),
    you: say("`onUnsure` 选不丢还是不重复", "choose by `onUnsure`: nothing lost, or nothing twice"),
  },
  duplicate: {
    title: say("重复", "Repeats"),
    relay: say(
      "之前发过这一条：记为已送达；没发过：换一个 `msg_seq` 再发",
      "where it was sent before: told; where not: sends it by the next `msg_seq`",
    ),
    you: say("不用管；同一个机器人不要跑两个中继", "nothing; let no two relays share one bot"),
  },
};

/** What is changed before it goes out again, under the same permit. */
export const repairs: Readonly<Record<Repair, Said>> = {
  links: say("按更严的 `links` 改链接", "with its links shown by a stricter `links`"),
  shorten: say("缩短一半", "at half its length"),
  filler: say("换一种 `content` 的填法", "with its `content` filled otherwise"),
  keyboard: say("不带按钮", "without buttons"),
  markdown: say("改成 markdown", "as markdown"),
  text: say("改成文字", "as text"),
  media: say("不带图", "without the picture"),
  everyone: say("不 @ 人", "without its mentions"),
};

/** What a person can do about a repair that comes again and again. */
export const lasting: Readonly<Record<Repair, Said>> = {
  links: say(
    '在 QQ 开放平台报备域名，写进 `domains`；或 `links: "redirect"`',
    'register the domain with QQ and name it in `domains`; or `links: "redirect"`',
  ),
  shorten: say("不用管", "nothing"),
  filler: say("不用管", "nothing"),
  keyboard: say("去掉 `buttons`，或向 QQ 申请", "take `buttons` away, or apply to QQ"),
  markdown: say("换 `form`，或向 QQ 申请权限", "change `form`, or apply to QQ for the right"),
  text: say("换 `form`，或向 QQ 申请权限", "change `form`, or apply to QQ for the right"),
  media: say("换小一些的 png 或 jpg", "take a smaller png or jpg"),
  everyone: say("少 @ 人", "mention fewer"),
};

/** What is to be done about one code, where that is more than its kind says. */
export const ofCode: Readonly<Record<number, Said>> = {
  11298: say(
    "在开发设置的 IP 白名单里加上出口地址，或清空它：[真机器人](real-bot.zh-CN.md#ip-白名单)",
    "enter the outgoing address in QQ's console (IP 白名单), or empty the list: [your bot](real-bot.md#the-ip-list)",
  ),
  40023002: say("同 11298", "as 11298"),
  100016: say(
    "从开发设置重新抄 AppID 和 AppSecret（不是 Token）",
    "copy AppID and AppSecret (not the Token) from 开发设置 anew",
  ),
  100007: say("核对 AppID；机器人可能被封或已删除", "check the AppID; the bot may be banned or deleted"),
  11253: say("在 QQ 开放平台看这个接口要不要申请", "see in QQ's console whether the call has to be applied for"),
  11265: say("到 QQ 开放平台看原因、申诉", "see QQ's console for the reason, and appeal"),
  40054016: say("到 QQ 开放平台看机器人为什么下线", "see QQ's console for why it was taken down"),
  40034102: say(
    "2025 年 4 月到 2026 年 6 月 QQ 全面停了主动消息；现在让群主打开开关，或只靠回复：`limits` 里写 `0`",
    "QQ took pushes away from April 2025 to June 2026; have the owner turn the switch on, or live by replies alone: `0` in `limits`",
  ),
  40034105: say(
    "让群主打开“允许机器人主动发言”：[真机器人](real-bot.zh-CN.md#群主的开关)",
    "have the group's owner let the bot speak unasked: [your bot](real-bot.md#the-owners-switch)",
  ),
  40054013: say(
    "让他在机器人资料页打开消息推送，或对机器人说句话",
    "have the user turn messages on in the bot's profile, or speak to the bot",
  ),
  40054004: say("让他加机器人为好友", "have the user befriend the bot"),
  304046: say("频道主在频道设置里允许主动消息", "have the guild's owner allow pushes in its settings"),
  304048: say("频道主在频道设置里允许主动消息", "have the guild's owner allow pushes in its settings"),
  304031: say("让他打开私信，或对机器人说句话", "have the user open DMs, or speak to the bot"),
  22009: say("对机器人说句话；`quota` 看按哪套规则算", "speak to the bot; `quota` tells by which rules it is counted"),
  304022: say("等到早上", "wait for the morning"),
  40034006: say(
    "改措辞；违规内容反复发会影响机器人的信用",
    "change the words: sending such again costs the bot's standing",
  ),
};
