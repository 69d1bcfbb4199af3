import type { HeldReason } from "../../model/held.ts";
import type { Language } from "../../model/language.ts";

/** What may hold notices, in words: that of its names, but that a route is not paired is told apart from a lost conversation. */
export type HeldWord = HeldReason | "unpaired";

/** `at` is when it ends, in words; without it only an event ends it. */
type Words = Readonly<Record<HeldWord, (at: string | undefined) => string>>;

const zh: Words = {
  quota: (at) => (at === undefined ? "按设置只回复，不主动发" : `主动消息用完了，${at} 恢复`),
  "shared-quota": (at) => `和别的会话共用的主动消息用完了${at === undefined ? "" : `，${at} 恢复`}`,
  mute: (at) => `静音中${at === undefined ? "" : `，到 ${at}`}`,
  quiet: (at) => (at === undefined ? "按路由的 policy，这类通知不主动发" : `按路由的 policy，等到 ${at}`),
  "digest-time": (at) => `按路由的 digestAt 合并发${at === undefined ? "" : `，等到 ${at}`}`,
  reserve: (at) => `剩下的主动消息按 reserve 留给严重告警${at === undefined ? "" : `，${at} 恢复`}`,
  spread: (at) => `主动消息不多，匀着发${at === undefined ? "" : `，最晚 ${at}`}`,
  denied: (at) => (at === undefined ? "那里关了机器人的主动消息" : `QQ 说那里不收主动消息，${at} 再试`),
  gone: (at) => (at === undefined ? "QQ 说机器人不在那里了" : `QQ 说找不到那里，${at} 再试`),
  retry: (at) => `QQ 没有收下${at === undefined ? "" : `，${at} 再试`}`,
  breaker: (at) => `QQ 的接口出了故障${at === undefined ? "" : `，${at} 再试`}`,
  audit: () => "QQ 还在审核",
  unpaired: () => "还没有哪个会话和它配对",
};

const en: Words = {
  quota: (at) =>
    at === undefined ? "set to reply only, nothing is sent unasked" : `no proactive messages left, more at ${at}`,
  "shared-quota": (at) =>
    `the proactive messages that it shares with others are used up${at === undefined ? "" : ` until ${at}`}`,
  mute: (at) => `muted${at === undefined ? "" : ` until ${at}`}`,
  quiet: (at) =>
    at === undefined
      ? "by the route's policy such notices are not sent unasked"
      : `by the route's policy such notices wait until ${at}`,
  "digest-time": (at) => `by the route's digestAt such notices go together${at === undefined ? "" : ` at ${at}`}`,
  reserve: (at) =>
    `the proactive messages left are kept for what is critical (reserve)${at === undefined ? "" : `, more at ${at}`}`,
  spread: (at) =>
    `there are few proactive messages, and they are spread${at === undefined ? "" : `, the next one at ${at} at the latest`}`,
  denied: (at) =>
    at === undefined
      ? "proactive messages are turned off there"
      : `QQ says that it takes no proactive messages, next try at ${at}`,
  gone: (at) =>
    at === undefined ? "QQ says that the bot was removed there" : `QQ says that it does not find it, next try at ${at}`,
  retry: (at) => `refused by QQ for now${at === undefined ? "" : `, next try at ${at}`}`,
  breaker: (at) => `QQ is out of order${at === undefined ? "" : `, next try at ${at}`}`,
  audit: () => "QQ's audit is not over",
  unpaired: () => "no conversation is paired with it",
};

/** Why notices are held: one thing, as an operator or a sender is told it. */
export const heldWords = { zh, en } as const satisfies Record<Language, Words>;
