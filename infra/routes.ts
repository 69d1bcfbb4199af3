import { defineRoutes } from "../lib/config/define-routes.ts";

/**
 * 路由：谁发来、怎么验证、转到哪个 QQ 会话。改完保存，npm start 重新启动即可；部署用 sst deploy。
 * Routes: who sends, how it is verified, which QQ conversation it goes to. Restart (npm start) or deploy after a change.
 *
 * 地址 URL          本地 local: http://127.0.0.1:8787/<scene>/<name>    AWS: <function URL of the scene>/<name>
 * scene  场景       c2c 单聊 · group 群 · channel 子频道 · dm 频道私信
 * source 来源       github · gitlab · alertmanager · generic …          （见 README，the README lists all）
 *                   几种都收 several: ["github", "gotify"]
 * secret 密钥       密钥的名字，不是密钥本身；两个名字用于轮换 · its name, never its value; two names = rotation
 *                   本地 local: 同名环境变量 environment variable      AWS: sst secret set GithubSecret …
 * to     目标       openid / 子频道 id；"bound" = 用配对码在 QQ 里绑定：npm run relay -- pair <name>
 *                   ids, or "bound": paired from inside QQ by a one-time code
 *
 * 可选 Optional
 * only / except     ["push", "pull_request.opened"]                     只要 / 不要这些事件 · events let through / dropped
 * branches          ["main", "release/*", "!wip/**"]                    分支 · branches
 * ignoreBots        true                                                不转机器人账号的动作 · drops what bots did
 * filter, map       (event) => …                                        自己筛选、自己措辞 · your own choice, your own words
 * repeat            "2m"                                              没有投递 id 时，多久内的相同内容算重发 · same content = a repeat
 * pick              { "10001": "4C8F…" }                                请求可以选的会话 · conversations that requests may choose
 * answer            200                                                 给只认 200 的发送方 · for senders that take nothing but 200
 * form              "text"（默认 default） · "markdown" · "ark" · "embed"（子频道 channel, dm）
 * ark               23 · 24 · 37 · { template, kv: (notices) => … }   卡片模板 · card templates
 * template          { id, params: (notices) => ({ key: "…" }) }       自己的 markdown 模板 · your own markdown template
 * buttons           true                                              markdown 下面的按钮 · buttons below markdown
 * links             "keep" · "defang" · "strip" · "redirect"          链接怎么显示 · how links are shown
 * mention           { critical: ["…"] }                               严重时 @ 谁 · whom to mention, by level
 * policy            主动消息很少时怎么用 · how the few proactive messages are spent
 *   proactive       "always" · "critical" · "never"                     哪些通知可以主动发 · what may be pushed
 *   reserve         1                                                   给 critical 留几条 · kept for critical
 *   digestAt        "09:00"                                             其余攒到这时合并发 · the rest in one daily digest
 *   quiet           { from: "23:00", to: "08:00" }                      夜里不主动发 · no pushes at night, but critical
 *   maxAge          "7d"                                                过期不发 · expires unsent
 *   settle          "5s"                                                发前先等同一件事的其他事件 · waits for others that tell the same
 *   spill           { to: "me", after: "2h" }                           发不出去就转给另一条路由 · another route takes over
 *   onUnsure        "resend" · "assume-sent"                            QQ 没回结果时 · when QQ's answer was lost
 *
 * 下面的 id 只在模拟器里有效，请换成你自己的。The ids below work in the simulator only: put your own in.
 */
export const routes = defineRoutes({
  // GitHub → 群。仓库 Settings → Webhooks：Content type 选 application/json，Secret 填 GithubSecret 的值。
  // GitHub → a group. Repository settings → Webhooks: content type application/json, secret = the value of GithubSecret.
  ci: {
    scene: "group",
    source: "github",
    secret: "GithubSecret",
    to: ["4C8F0E2B7A9D43E1B65A0C7D9F1E3A52"],
  },

  // Alertmanager → 子频道。http_config.authorization.credentials 填 AlertsSecret 的值。
  // Alertmanager → a channel. http_config.authorization.credentials = the value of AlertsSecret.
  alerts: {
    scene: "channel",
    source: "alertmanager",
    secret: "AlertsSecret",
    to: [{ id: "10086001", guild: "520086001" }],
  },

  // 任何脚本 → 你自己。Any script → yourself:
  // curl -H "Authorization: Bearer $MeSecret" -d '{"title":"备份完成"}' http://127.0.0.1:8787/c2c/me
  me: {
    scene: "c2c",
    source: "generic",
    secret: "MeSecret",
    to: ["9E27B4D1C0F84A6E93D5721BFA608C3D"],
  },

  // 任何脚本 → 频道私信。Any script → a DM session of a guild.
  direct: {
    scene: "dm",
    source: "generic",
    secret: "DirectSecret",
    to: ["730086001"],
  },
});
