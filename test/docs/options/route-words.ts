import { code, span, text, time, type WordsOf } from "./words.ts";

/** The options of a route. */
export const routeWords: WordsOf = {
  scene: { zh: "发到哪种会话；必填", en: "the kind of conversation it goes to; required" },
  source: {
    type: text("来源名，或几个的列表", "name of a source, or a list of several"),
    zh: "谁发来、按什么格式读；几个时由请求自己分辨，见[来源](routes.zh-CN.md#来源)；必填",
    en: "who sends, and in which format; of several the request tells which: [sources](routes.md#sources); required",
  },
  secret: {
    type: text("密钥的名字，或两个的列表", "name of a secret, or a list of two"),
    zh: "发送方密钥的名字（不是值）：本地是环境变量，AWS 里用 `sst secret set`；两个用于轮换",
    en: "name of the sender's secret, never its value: an environment variable here, `sst secret set` in AWS; two for a rotation",
  },
  topic: {
    type: text("ARN，或列表", "ARN, or a list"),
    zh: "只用于 `sns`：收哪些主题；它代替 `secret`",
    en: "for `sns` alone: the topics that are taken; it stands in the place of `secret`",
  },
  auth: {
    fallback: text("来源自己的", "the source's own"),
    zh: "发送方怎么证明自己，和来源默认的不同时写",
    en: "how the sender proves itself, where that is not the source's own way",
  },
  "headers.*": {
    zh: '`auth: "grafana"` 的两个请求头叫什么，另起过名字才写',
    en: 'for `auth: "grafana"`: the names of its two headers, where they were given others',
  },
  open: { zh: "不要密钥，谁发来都收；必须写明", en: "takes anything from anybody, without a secret; has to be said" },
  to: {
    type: text('id 的列表，或 `"bound"`', 'list of ids, or `"bound"`'),
    zh: '发到哪些会话：openid、子频道 id，或 `{ id, guild }`、`{ user, guild }`；`"bound"` = 在 QQ 里配对；必填',
    en: 'the conversations: openids, channel ids, `{ id, guild }` or `{ user, guild }`; `"bound"` = paired from inside QQ; required',
  },
  "to[].id": { zh: "子频道 id", en: "id of a channel" },
  "to[].guild": {
    zh: "它所在的频道：写了才知道频道主允许每天发几条；私信必填",
    en: "its guild: by that what the guild's owner allows a day is read; needed for a DM",
  },
  "to[].user": {
    zh: "频道私信：发给谁，由中继自己开这个私信",
    en: "DM: the user, with whom the relay opens the session by itself",
  },
  pick: {
    zh: '请求可以选的会话：对方的群号或聊天号 → `to` 里的 id，如 `{ "10001": "4C8F…" }`',
    en: 'conversations that a request may choose: its own number of a chat → an id of `to`, `{ "10001": "4C8F…" }`',
  },
  answer: { fallback: "202", zh: "给只认 200 的发送方", en: "for senders that take nothing but 200" },
  only: {
    fallback: text("全部", "all"),
    zh: "只要这些事件：`push`、`pull_request.opened`",
    en: "events that are let through: `push`, `pull_request.opened`",
  },
  except: { zh: "不要这些事件", en: "events that are dropped" },
  branches: {
    fallback: text("全部", "all"),
    zh: "只要这些分支的，可用 `*` `**` 和开头的 `!`：`release/*`、`!wip/**`",
    en: "globs on the branch of events that have one, by `*` `**` and a leading `!`: `release/*`, `!wip/**`",
  },
  ignoreBots: { fallback: "false", zh: "不要机器人账号的动作", en: "drops what bot accounts did" },
  filter: {
    type: code,
    zh: "自己决定要不要：`({ event, action, branch, bot, body }) => …`；出错时照发",
    en: "your own choice: `({ event, action, branch, bot, body }) => …`; where it throws the event passes",
  },
  map: {
    type: code,
    zh: "自己的措辞：返回 `{ title, text, level, link, key, image }`，不返回就不发；出错时用来源自己的措辞",
    en: "your own words: answers `{ title, text, level, link, key, image }`, or nothing for silence; where it throws the source's words are told",
  },
  repeat: {
    type: span,
    fallback: text("按来源，多为 `30m`", "the source's, mostly `30m`"),
    zh: "没有投递 id 时，多久内的相同内容算重发",
    en: "how long the same content is a repeat, where the sender names no delivery",
  },
  "fields.*": {
    type: text("路径，如 `$.event.title`", "path such as `$.event.title`"),
    zh: "只用于 `generic`：通知的这一项在正文里哪个位置",
    en: "for `generic` alone: where in the body this field of the notice is",
  },
  levels: {
    zh: '发送方自己的级别是什么意思：`{ "1": "critical" }`；不用于 `github`',
    en: 'what the sender\'s own levels mean: `{ "1": "critical" }`; not for `github`',
  },
  form: {
    fallback: '"text"',
    zh: "发成什么样；`embed` 只用于子频道和私信",
    en: "what it is sent as; `embed` for channels and DMs only",
  },
  ark: {
    type: text("`23` · `24` · `37` · 对象", "`23` · `24` · `37` · object"),
    fallback: "23",
    zh: '`form: "ark"` 用的模板',
    en: 'the template of `form: "ark"`',
  },
  "ark.template": { zh: "自己的 ark 模板，QQ 给的编号", en: "a template of your own: the number that QQ gave it" },
  "ark.kv": { type: code, zh: "按通知填它的值", en: "its values, by the notices" },
  "template.id": {
    zh: '`form: "markdown"` 改用自己的模板，QQ 给的 id（子频道和私信）',
    en: 'a template of your own for `form: "markdown"`, by the id that QQ gave it (channels and DMs)',
  },
  "template.params": { type: code, zh: "按通知填它的变量", en: "its variables, by the notices" },
  buttons: {
    type: text("`true` · 对象", "`true` · object"),
    zh: "markdown 下面的按钮：打开页面、看更多（按下就打开回复窗口）",
    en: "buttons below markdown: to the page, and for more (which opens a reply window)",
  },
  "buttons.id": { zh: "或已审核键盘的 id", en: "or the id of a keyboard that QQ approved" },
  links: {
    fallback: text("按设置", "the settings'"),
    zh: "这条路由的链接怎么显示，见设置的 `links`",
    en: "how links of this route are shown: see `links` of the settings",
  },
  "mention.*": {
    zh: "这个级别的通知 @ 谁（用户 id，最多 10 个）；只用于群和子频道",
    en: "whom notices of this level mention (ids of users, ten at most); groups and channels only",
  },
  "policy.proactive": {
    zh: "哪些通知可以主动发：`auto` 严重的马上发，其余按额度匀着发；`always` 都马上发；`critical` 只发严重的；`never` 都不发",
    en: "which notices may be pushed: `auto` critical ones at once, others as the quota lasts; `always` all at once; `critical` no others; `never` none",
  },
  "policy.reserve": {
    zh: "每个周期给严重通知留几条主动消息",
    en: "pushes of a period that are kept for critical notices",
  },
  "policy.maxAge": { type: span, zh: "这么久还没发出去就过期", en: "after so long unsent a notice expires" },
  "policy.onUnsure": {
    zh: "主动消息没等到 QQ 的结果：`resend` 再发（不丢），`assume-sent` 当作发了（不重复）",
    en: "a push whose answer was lost: `resend` (nothing is lost), `assume-sent` (nothing twice)",
  },
  "policy.digestAt": {
    type: time,
    zh: "每天到这时把攒下的合成一条主动发；严重的不等",
    en: "what waits is told in one push at this time of day; critical ones do not wait",
  },
  "policy.quiet.*": {
    type: time,
    zh: "从几点到几点不主动发，严重的除外",
    en: "from when to when nothing is pushed but what is critical",
  },
  "policy.settle": {
    type: span,
    fallback: "5s",
    zh: "主动消息少时，发之前等多久，让说同一件事的其他事件先到；最长 `10s`，`0s` = 不等",
    en: "where pushes are scarce, how long a notice waits for others that tell the same act; `10s` at most, `0s` = not at all",
  },
  "policy.spill.to": { zh: "发不出去的转给哪条路由", en: "the route that takes over what could not be sent" },
  "policy.spill.after": {
    type: span,
    zh: "等多久之后转；要比 `maxAge` 短",
    en: "after how long; shorter than `maxAge`",
  },
};
