import type { Settings } from "../lib/model/settings.ts";

/**
 * 整个中继的设置；没写的用默认值（lib/model/settings.ts）。
 * Settings of the whole relay; what is left out keeps its default (lib/model/settings.ts).
 */
export const settings: Partial<Settings> = {
  // QQ 的频次：auto（默认）先按旧文档（published，较严）算，用完了试发一条，QQ 收下就改按 2026 年的文档算，不收就到下个月再试；
  // 也可以写死 published 或 2026。QQ 实际拒绝时总以 QQ 为准。
  // QQ's limits: auto (default) counts by the older and stricter text, published; when that is used up one message asks, and if
  // QQ takes it the text of 2026 counts, else nothing is tried before the next month. Or exactly published, or 2026. When QQ
  // itself refuses, that always counts.
  // 也可以改单项 single counts: { preset: "auto", override: { group: { proactive: 2 } } }
  limits: "auto",

  // 机器人是否完成企业或个人认证，只影响 2026 的整机频次。Whether the bot is certified: bot-wide limits of 2026 only.
  certified: false,

  // 单聊的主动消息用完后，是否用 QQ 的唤醒消息讲攒着的通知（2026 才有）。Whether QQ's wake-up messages tell what waits in c2c
  // when pushes are used up (2026 only).
  wakeup: true,

  // 消息里由中继写的字用什么语言：zh 或 en。Language of the relay's own words: zh or en.
  language: "zh",

  // 消息里显示的时间、quiet 和 digestAt 用的时区；QQ 的“每天”“每月”总按北京时间算。Zone of times shown, of quiet and digestAt;
  // QQ's own days and months are always Beijing's.
  timeZone: "Asia/Shanghai",

  // 链接：keep 原样 · strip 去掉 · defang 写成不会被当作链接的样子 · redirect 走自己的页面。未报备的域名会被 QQ 拒收，
  // 那时 keep 会自动改好再发。Links: keep, strip, defang or redirect. QQ refuses links to domains that were not registered
  // with it; keep then repairs the message by itself.
  links: "keep",

  // 链接用 redirect 时走的页面，域名要在 domains 里。Page for links: "redirect"; its host has to be in domains.
  // redirect: "https://r.example.cn/go?to={url}",

  // 群和子频道里谁能用“静音”“取消静音”“解绑”：admins 管理员和群主（QQ 没告诉身份的人也不行），everyone 所有人。
  // Who may mute, unmute and unbind in groups and channels: admins (nobody whose role QQ does not tell), or everyone.
  commands: "admins",

  // 有通知等了超过一天、一条也没能发出的会话，往哪条路由发一条提醒（写路由的名字）。Route that is told, once, when a conversation
  // could be told nothing for a day though something waits there. 网关进程（npm run gateway）没有动静、恢复了，也发到这里。Also when
  // the gateway process falls silent, and when it is back.
  // warnTo: "me",

  // 已完成的投递在记录里保留几天。Days that finished deliveries stay in the log.
  retentionDays: 30,

  // npm start 怎么收 QQ 的事件：gateway 由中继连出去（配了真机器人时的默认值，不需要公网地址），callback 等 QQ 调用 /events。
  // 要和 QQ 控制台里的“事件接收方式”一致：WebSocket 对 gateway，Webhook 对 callback。How npm start receives QQ's events: over a
  // connection of its own (gateway, the default with a real bot: no public address needed), or by QQ's calls to /events
  // (callback). It has to be what QQ's console says (事件接收方式): WebSocket or Webhook.
  // events: "gateway",
};
