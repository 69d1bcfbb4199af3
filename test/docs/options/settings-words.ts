import { text, type WordsOf } from "./words.ts";

/** The options of `infra/settings.ts`. */
export const settingsWords: WordsOf = {
  limits: {
    type: text('`"published"` · `"2026"` · `"auto"` · 对象', '`"published"` · `"2026"` · `"auto"` · object'),
    zh: "按 QQ 的哪套频次算：`published` 旧文档（每月 4 条），`2026` 新文档（每天 1,000 条），`auto` 先按旧的，QQ 收下更多就换成新的",
    en: "which of QQ's texts counts: `published`, the older one (4 a month), `2026`, the newer one (1,000 a day), `auto`, the older one until QQ takes more",
  },
  "limits.preset": { fallback: '"auto"', zh: "要改单项时，以哪套为底", en: "the text that single changes are made to" },
  "limits.override.*.proactive": {
    zh: "这个场景能主动发几条（第一条规则），或按规则名写；`0` = 只回复，`null` = 不限",
    en: "pushes of this scene (by its first rule), or counts by rule; `0` = replies only, `null` = no limit",
  },
  "limits.override.*.reply.minutes": {
    zh: "这个场景的回复窗口开多少分钟",
    en: "minutes that a reply window of this scene is open",
  },
  "limits.override.*.reply.times": {
    zh: "一个窗口能回复几条，`null` = 不限",
    en: "replies that a window allows, `null` = no count",
  },
  certified: {
    zh: "机器人是否完成认证；只影响 `2026` 的整机频次",
    en: "whether the bot is certified; for the bot-wide limits of `2026` only",
  },
  wakeup: {
    zh: "单聊的主动消息用完后，用不用 QQ 的唤醒消息（`2026` 才有）",
    en: "whether QQ's wake-up messages are used in c2c once pushes are used up (`2026` only)",
  },
  language: { zh: "中继自己的话用什么语言", en: "language of the relay's own words" },
  timeZone: {
    zh: "消息里的时间、`quiet` 和 `digestAt` 用的时区；QQ 的“每天”“每月”总按北京时间",
    en: "zone of times shown, of `quiet` and `digestAt`; QQ's own days and months are always Beijing's",
  },
  links: {
    zh: "链接怎么显示：`keep` 原样，QQ 拒收时自动改好再发；`redirect` 走自己的页面；`defang` 写成不像链接的样子；`strip` 去掉",
    en: "how links are shown: `keep` as they are, repaired where QQ refuses them; `redirect` by your own page; `defang` so that they are no links; `strip` not at all",
  },
  domains: {
    zh: "在 QQ 报备过的域名：它们的链接总是原样",
    en: "domains registered with QQ: links to these are shown as they are, always",
  },
  redirect: {
    zh: '`links: "redirect"` 走的页面，`{url}` 是要去的地方；域名要在 `domains` 里',
    en: 'page for `links: "redirect"`, `{url}` is where to go; its host has to be in `domains`',
  },
  commands: {
    zh: "群和子频道里谁能静音、取消静音、解绑",
    en: "who may mute, unmute and unbind in groups and channels",
  },
  warnTo: {
    type: text("路由的名字", "name of a route"),
    zh: "哪个会话一天多什么都没能收到、网关进程没有动静，往这条路由提醒一次",
    en: "the route that is told, once, when a conversation could be told nothing for a day, or the gateway process is silent",
  },
  retentionDays: { zh: "已完成的投递在记录里留几天", en: "days that finished deliveries stay in the log" },
  events: {
    fallback: text(
      '有真机器人时 `"gateway"`，模拟器时 `"callback"`',
      '`"gateway"` with a real bot, `"callback"` with the simulator',
    ),
    zh: "`npm start` 怎么收 QQ 的事件；要和 QQ 控制台的“事件接收方式”一致",
    en: "how `npm start` receives QQ's events; it has to be what QQ's console says (事件接收方式)",
  },
};
